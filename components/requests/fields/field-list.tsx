import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import { formatTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { Field } from "@/lib/requests/kinds/field";
import { CashLines, TransferLines } from "./money-lines";

export type Told = Readonly<Record<string, unknown>>;
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

type Props = {
  fields: readonly Field[];
  told: Told | null;
  /** Names of organisations and of files, by id. */
  institutions?: Readonly<Record<string, string>>;
  files?: readonly { id: string; name: string }[];
};

/** What a request asks or an answer tells, field by field in reading order; what was left out is left out. */
export function FieldList({ fields, told, institutions = {}, files = [] }: Props) {
  const t = useTranslations("answers");
  const format = useFormatter();
  // words: answers.fields.* · answers.options.*
  const valueOf = (field: Field, value: unknown): ReactNode => {
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
  };
  const values = told ?? {};
  const pairs = fields
    .filter(({ type }) => type !== "transfers" && type !== "cashOuts")
    .flatMap((field) => {
      const mark = textOf(values[`${field.key}Hash`]);
      return [
        { name: t(`fields.${field.key as "note"}`), value: valueOf(field, values[field.key]) },
        {
          name: t("hashOf", { field: t(`fields.${field.key as "note"}`) }),
          value: mark ? <Identifier value={mark} display={`${mark.slice(0, 16)}…`} copy /> : null,
        },
      ];
    });
  return (
    <>
      <DefinitionList pairs={pairs} />
      {fields.some(({ type }) => type === "transfers") ? (
        <TransferLines rows={values.transfers} institutions={institutions} />
      ) : null}
      {fields.some(({ type }) => type === "cashOuts") ? <CashLines rows={values.cashOuts} /> : null}
    </>
  );
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
