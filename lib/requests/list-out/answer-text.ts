import type { Language } from "@/lib/i18n/languages";
import { formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import { columnsOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import { fieldLabel, optionLabel } from "@/lib/requests/sheets/words";
import type { ListedItem, Named } from "./types";

/** What an answer says beside its amounts, a line for each field in reading order; rows of money stand on sheets of their own. */
export function answerText(
  kindCode: string,
  { outcome, answer }: ListedItem,
  named: Named,
  language: Language,
): string {
  if (!answer) return "";
  return columnsOf(kindCode, outcome)
    .flatMap((field) => {
      const value = valueText(field, answer[field.key], named, language);
      return value === "" ? [] : [`${fieldLabel(language, field.key)}: ${value}`];
    })
    .join("\n");
}

function valueText(field: Field, value: unknown, named: Named, language: Language): string {
  if (value === null || value === undefined || value === "") return "";
  switch (field.type) {
    case "amount":
      return /^\d+$/.test(String(value)) ? `${vndParts(BigInt(String(value))).digits} ₫` : String(value);
    case "instant":
      return formatDateTime(String(value));
    case "date":
      return String(value).split("-").reverse().join("/");
    case "enum":
      return optionLabel(language, field.key, String(value));
    case "organisation":
      return named.get(String(value)) ?? "";
    case "files":
      return Array.isArray(value) && value.length > 0 ? String(value.length) : "";
    case "file":
      return "1";
    case "transfers":
    case "cashOuts":
      return "";
    default:
      return String(value as string | number);
  }
}
