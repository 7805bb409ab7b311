"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TableHead } from "@/components/ui/table-head";
import type { SheetPreview, SheetRow } from "@/lib/requests/sheets/types";
import { CellError } from "./cell-error";
import type { Fates } from "./row-fates";
import { SheetTable } from "./sheet-table";

/** Every filled row of the file with what it would do, sheet by sheet; what belongs to no row stands before them. */
export function SheetRows({
  rows,
  fates,
  preview,
}: {
  rows: readonly SheetRow[];
  fates: Fates;
  preview: SheetPreview;
}) {
  const t = useTranslations("sheets");
  const filled = rows.filter(({ state }) => state !== "blank");
  const sheets = [...new Set(filled.map(({ sheet }) => sheet))];
  return (
    <>
      {preview.errors.length > 0 ? (
        <Card flush title={t("strays")}>
          <div className="scroll-x" tabIndex={0}>
            <table className="table">
              <caption className="vh">{t("strays")}</caption>
              <TableHead columns={[t("place"), t("state.label")]} />
              <tbody>
                {preview.errors.map((error) => (
                  <tr key={`${error.sheet}${error.row}${error.code}`} className="is-late">
                    <td className="num">{t("at", { sheet: error.sheet, row: error.row })}</td>
                    <td>
                      <CellError error={error} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      ) : null}
      {sheets.map((sheet) => (
        <SheetTable
          key={sheet}
          sheet={sheet}
          rows={filled.filter((row) => row.sheet === sheet)}
          fates={fates}
          institutions={preview.institutions}
          beside={preview.beside}
        />
      ))}
    </>
  );
}
