import type { PaperTable } from "@/lib/documents/paper";

/**
 * A table of a paper. On a phone each row is a block of its own whose lines name their columns, so that no name and no amount lies
 * outside the screen.
 */
export function LetterTargets({ table }: { table: PaperTable }) {
  const { columns, rows, total } = table;
  return (
    <div className="scroll-x" tabIndex={0}>
      <table className="paper-table">
        <caption className="vh">{table.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map(({ text, notes }, index) => (
                <td key={index} className={looks[columns[index]!.align]} data-column={columns[index]!.label}>
                  {notes && notes.length > 0 ? (
                    <div>
                      {text}
                      {notes.map((note, line) => (
                        <span key={line} className="it block">
                          {note}
                        </span>
                      ))}
                    </div>
                  ) : (
                    text || null
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={columns.length - 1}>
                {total.label}
              </th>
              <td className="r nw b">{total.amount}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

const looks = { left: undefined, right: "r nw", center: "mid" } as const;
