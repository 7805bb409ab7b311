"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CellError } from "@/components/sheets/cell-error";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import type { TargetRowState, TargetSheetRow } from "@/lib/requests/targets-in/types";

const tones: Record<TargetRowState, "green" | "grey" | "red" | "amber"> = {
  ready: "green",
  same: "grey",
  twice: "amber",
  wrong: "red",
};
/** What needs a hand comes first. */
const order: readonly TargetRowState[] = ["wrong", "twice", "ready", "same"];
const rowsAtOnce = 200;

/** Every row of the file with what it would do and its value as the portal keeps it; wrong ones name their cell as Excel does. */
export function TargetRows({ rows }: { rows: readonly TargetSheetRow[] }) {
  const t = useTranslations("sheets");
  const kinds = useTranslations("targets.kinds");
  const [shown, setShown] = useState(rowsAtOnce);
  const asksAmount = rows.some(({ ask }) => ask?.disputedAmount);
  // The file's own order within each state: sorting keeps it.
  const sorted = [...rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const title = t("rows", { count: rows.length });
  return (
    <Card
      flush
      title={title}
      footer={
        rows.length > shown ? (
          <Button size="sm" onClick={() => setShown(shown + rowsAtOnce)}>
            {t("targets.more", { count: Math.min(rows.length - shown, rowsAtOnce) })}
          </Button>
        ) : undefined
      }
    >
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{title}</caption>
          <TableHead
            columns={[
              t("place"),
              t("targets.columns.value"),
              t("targets.columns.kind"),
              t("targets.columns.institution"),
              t("targets.columns.holderName"),
              ...(asksAmount ? [{ figure: t("targets.columns.disputedAmount") }] : []),
            ]}
          />
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr key={`${row.sheet}${row.row}`} className={row.state === "wrong" ? "is-late" : undefined}>
                <td>
                  <p className="num nw">{t("at", { sheet: row.sheet, row: row.row })}</p>
                  <Badge tone={tones[row.state]}>{t(`targets.state.${row.state}`)}</Badge>
                </td>
                <td className="min-w-52">
                  <Identifier value={row.value} display={row.display} />
                  {row.remarks.map(({ code, what }) => (
                    <p key={code} className="sub">
                      {t(`targets.remarks.${code}`, { what })}
                    </p>
                  ))}
                  {row.errors.map((error) => (
                    <CellError key={`${error.column}${error.code}`} error={error} />
                  ))}
                </td>
                <td>{row.kind ? kinds(row.kind) : null}</td>
                <td>{row.institution}</td>
                <td>{row.holderName}</td>
                {asksAmount ? (
                  <td className="r">
                    {row.ask?.disputedAmount ? <Money value={row.ask.disputedAmount} /> : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
