import { useTranslations } from "next-intl";
import { CashLines, TransferLines } from "@/components/requests/fields/money-lines";
import { FieldValue, hasValue } from "@/components/requests/fields/field-value";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { useProblemWords } from "@/components/ui/problem-words";
import { TableHead } from "@/components/ui/table-head";
import { Timestamp } from "@/components/ui/timestamp";
import { kindOf } from "@/lib/requests/kinds";
import { type MoneySheet, moneySheets, sheetColumns, tellsMoney } from "@/lib/requests/sheets/form";
import type { BesideRequest, RowState, SheetRow } from "@/lib/requests/sheets/types";
import { CellError } from "./cell-error";
import type { Fates } from "./row-fates";

const tones: Record<RowState, "green" | "grey" | "red" | "amber"> = {
  ready: "green",
  same: "grey",
  blank: "grey",
  wrong: "red",
  gone: "amber",
};
/** What needs a hand comes first. */
const order: readonly RowState[] = ["wrong", "gone", "ready", "same", "blank"];

/** The rows of one sheet with the columns of its own kind, as far as any row fills them. */
export function SheetTable({
  sheet,
  rows: unsorted,
  fates,
  institutions,
  beside,
}: {
  sheet: string;
  rows: readonly SheetRow[];
  fates: Fates;
  institutions: Readonly<Record<string, string>>;
  beside: Readonly<Record<string, BesideRequest>>;
}) {
  const t = useTranslations("sheets");
  const outcomes = useTranslations("outcomes");
  const fields = useTranslations("answers.fields");
  const problem = useProblemWords();
  // words: outcomes.* · sheets.gone.* · answers.fields.*
  const rows = [...unsorted].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.row - b.row);
  const code = rows.find(({ kindCode }) => kindCode !== null)?.kindCode;
  const kind = code ? kindOf(code) : null;
  const told = (kind ? sheetColumns(kind) : [])
    .map(({ field }) => field)
    .filter((field) => rows.some(({ answer }) => hasValue(field, answer?.[field.key], institutions)));
  const money = moneySheets.filter(
    (each) => kind && tellsMoney(kind, each) && rows.some(({ answer }) => sumIn(answer, each) > 0n),
  );
  const title = t("rowsOf", { sheet, count: rows.length });
  return (
    <Card flush title={title}>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{title}</caption>
          <TableHead
            columns={[
              t("place"),
              t("state.label"),
              t("columns.code"),
              t("columns.target"),
              t("columns.outcome"),
              ...told.map((field) => {
                const label = fields(field.key as "note");
                return field.type === "amount" ? { figure: label } : label;
              }),
              ...money.map((each) => ({ figure: t(each) })),
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} className={row.state === "wrong" ? "is-late" : undefined}>
                <td className="num">{t("atRow", { row: row.row })}</td>
                <td>
                  <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
                  {row.answeredAt ? (
                    <span className="sub">
                      <Timestamp at={row.answeredAt} />
                    </span>
                  ) : null}
                  {besideOf(row).map((words) => (
                    <span key={words} className="sub c-amber">
                      {words}
                    </span>
                  ))}
                </td>
                <td className="id">
                  {row.code}
                  {row.position === null ? "" : ` #${row.position}`}
                </td>
                <td>
                  <Identifier value={row.target} display={row.target} />
                </td>
                <td>
                  {row.outcome ? outcomes(row.outcome) : null}
                  {row.state === "gone" ? <p className="t13 c-amber">{whyGone(row)}</p> : null}
                  {row.errors.map((error) => (
                    <CellError key={`${error.sheet}${error.row}${error.column}`} error={error} />
                  ))}
                </td>
                {told.map((field) => (
                  <td key={field.key} className={field.type === "amount" ? "r" : undefined}>
                    {hasValue(field, row.answer?.[field.key], institutions) ? (
                      <FieldValue field={field} value={row.answer![field.key]} institutions={institutions} />
                    ) : null}
                  </td>
                ))}
                {money.map((each) => (
                  <td key={each} className="r">
                    {sumIn(row.answer, each) > 0n ? <Money value={sumIn(row.answer, each)} /> : null}
                    {each === "transfers" ? (
                      <TransferLines rows={row.answer?.transfers} institutions={institutions} />
                    ) : (
                      <CashLines rows={row.answer?.cashOuts} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );

  /** What a sender has to know of the row's request before he sends. */
  function besideOf({ state, requestId }: SheetRow): string[] {
    const found = state === "ready" && requestId ? beside[requestId] : undefined;
    return [
      found && found.files > 0 ? t("with.files", { count: found.files }) : null,
      found && found.unread > 0 ? t("with.unread", { count: found.unread }) : null,
      found?.amended ? t("with.amended") : null,
    ].filter((words) => words !== null);
  }

  function whyGone({ reason, itemId }: SheetRow): string {
    const fate = itemId === null ? undefined : fates.get(itemId);
    if (reason !== null) return t(`gone.${reason}`);
    return fate?.is === "refused" ? problem(fate.code) : t("gone.unknown");
  }
}

/** What an answer's rows of this sort add up to, VND. */
function sumIn(answer: SheetRow["answer"], sheet: MoneySheet): bigint {
  const rows = answer?.[sheet];
  return Array.isArray(rows)
    ? rows.reduce((sum: bigint, { amount }: { amount: string }) => sum + BigInt(amount), 0n)
    : 0n;
}
