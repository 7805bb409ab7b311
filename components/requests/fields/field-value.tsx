import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import { formatTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { Field } from "@/lib/requests/kinds/field";

type Files = readonly { id: string; name: string }[];
type Names = Readonly<Record<string, string>>;
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** Is there something to show of this field? What was left out is left out. */
export function hasValue(field: Field, value: unknown, institutions: Names): boolean {
  if (field.type === "transfers" || field.type === "cashOuts") return false;
  if (field.type === "count" && typeof value === "number") return true;
  if (field.type === "files" && Array.isArray(value)) return value.length > 0;
  const text = textOf(value);
  if (text === null) return false;
  if (field.type === "amount") return /^\d+$/.test(text);
  return field.type === "organisation" ? institutions[text] !== undefined : true;
}

/** One value that was asked or told, as its field's type is read. */
export function FieldValue({
  field,
  value,
  institutions = {},
  files = [],
}: {
  field: Field;
  value: unknown;
  institutions?: Names;
  files?: Files;
}): ReactNode {
  const t = useTranslations("answers");
  const format = useFormatter();
  // words: answers.options.*
  if (field.type === "count" && typeof value === "number")
    return <span className="num">{field.isName ? value : format.number(value)}</span>;
  if (field.type === "files" && Array.isArray(value)) return <FileNames ids={value} files={files} />;
  const text = textOf(value);
  if (text === null) return null;
  switch (field.type) {
    case "amount":
      return /^\d+$/.test(text) ? <Money value={text} /> : null;
    case "instant":
      // A number is activated on a day; its hour is told only where somebody knew it.
      return (
        <Timestamp at={text} part={field.dayAlone && formatTime(text) === "00:00" ? "date" : undefined} />
      );
    case "date":
      return <span className="num">{text.split("-").reverse().join("/")}</span>;
    case "enum":
      return t.has(`options.${field.key}.${text}` as "options.origin.voip")
        ? t(`options.${field.key}.${text}` as "options.origin.voip")
        : text;
    case "personId":
    case "phone":
    case "account":
      return <Identifier value={text} copy />;
    case "organisation":
      return institutions[text] ?? null;
    case "file":
      return <FileNames ids={[text]} files={files} />;
    default:
      return <span className="prose">{text}</span>;
  }
}

/** Files by name, each a press away; one that the reader does not see is only counted. */
function FileNames({
  ids,
  files,
}: {
  ids: readonly unknown[];
  files: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("answers");
  const seen = files.filter(({ id }) => ids.includes(id));
  if (ids.length === 0) return null;
  return (
    <span className="stack-1">
      {seen.map(({ id, name }) => (
        <a key={id} className="break-all" href={paths.file(id)} download>
          {name}
        </a>
      ))}
      {seen.length < ids.length ? (
        <span className="mut">{t("moreFiles", { count: ids.length - seen.length })}</span>
      ) : null}
    </span>
  );
}
