"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "@/components/forms/field-words";
import type { SheetError } from "@/lib/requests/sheets/types";

/** What is wrong in a file, at the sheet, row and column where a person finds it. */
export function CellError({ error }: { error: SheetError }) {
  const t = useTranslations("sheets");
  const words = useFieldWords();
  return (
    <p className="error">
      {t("cell", { sheet: error.sheet, row: error.row, column: error.column })}{" "}
      {words({ message: error.code })}
    </p>
  );
}
