"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import type { RowState, SheetPreview } from "@/lib/requests/sheets/types";
import { CellError } from "./cell-error";

const tones: Record<RowState, "green" | "grey" | "red" | "amber"> = {
  ready: "green",
  same: "grey",
  blank: "grey",
  wrong: "red",
  gone: "amber",
};
/** What needs a hand comes first. */
const order: readonly RowState[] = ["wrong", "gone", "ready", "same", "blank"];

/** Every row of the file with what it would do; wrong ones name their cell as Excel does. */
export function SheetRows({ preview }: { preview: SheetPreview }) {
  const t = useTranslations("sheets");
  const outcomes = useTranslations("outcomes");
  const rows = [...preview.rows].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.row - b.row,
  );
  return (
    <Card flush title={t("rows", { count: rows.length })}>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{t("rows", { count: rows.length })}</caption>
          <TableHead
            columns={[
              t("place"),
              t("state.label"),
              t("columns.code"),
              t("columns.target"),
              t("columns.outcome"),
              { figure: t("columns.amount") },
            ]}
          />
          <tbody>
            {preview.errors.map((error) => (
              <tr key={`${error.sheet}${error.row}${error.code}`} className="is-late">
                <td className="num">{t("at", { sheet: error.sheet, row: error.row })}</td>
                <td colSpan={5}>
                  <CellError error={error} />
                </td>
              </tr>
            ))}
            {rows.map((row) => (
              <tr key={`${row.sheet}${row.row}`} className={row.state === "wrong" ? "is-late" : undefined}>
                <td className="num">{t("at", { sheet: row.sheet, row: row.row })}</td>
                <td>
                  <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
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
                  {row.errors.map((error) => (
                    <CellError key={`${error.row}${error.column}${error.code}`} error={error} />
                  ))}
                </td>
                <td className="r">{row.amount === null ? null : <Money value={row.amount} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
