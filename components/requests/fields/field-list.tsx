import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import type { Field } from "@/lib/requests/kinds/field";
import { FieldValue, hasValue } from "./field-value";
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
  // words: answers.fields.*
  const values = told ?? {};
  const pairs = fields
    .filter(({ type }) => type !== "transfers" && type !== "cashOuts")
    .flatMap((field) => {
      const mark = textOf(values[`${field.key}Hash`]);
      return [
        {
          name: t(`fields.${field.key as "note"}`),
          value: hasValue(field, values[field.key], institutions) ? (
            <FieldValue field={field} value={values[field.key]} institutions={institutions} files={files} />
          ) : null,
        },
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
