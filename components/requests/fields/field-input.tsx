"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { Field as KindField } from "@/lib/requests/kinds/field";

export type Named = { id: string; name: string };
/** Fields that need a whole line of a form with two columns. */
const wide = ["longText", "files", "enum"];
const mono = ["personId", "phone", "account"];

/** One field of a request or an answer as its description says; rows of transfers have a form of their own. */
export function FieldInput({
  field,
  error,
  files = [],
  organisations = [],
  first = false,
  hint,
  ...registered
}: {
  field: KindField;
  error: string | undefined;
  /** The files to choose from, and the organisations. */
  files?: readonly Named[];
  organisations?: readonly Named[];
  /** The field that the form's key names. */
  first?: boolean;
  /** More than the field's own hint, as the parts of a message. */
  hint?: string;
  /** A form that keeps what is typed itself says what stands here. */
  value?: string;
} & UseFormRegisterReturn) {
  const t = useTranslations("answers");
  // words: answers.fields.* · answers.hints.* · answers.options.*
  const { key, type, required } = field;
  const input = { ...registered, ...(first ? { "data-key": "e" } : {}) };
  const own = t.has(`hints.${key as "devices"}`) ? t(`hints.${key as "devices"}`) : undefined;
  const choices = (field.options ?? []).map((value) => ({
    value,
    label: t(`options.${key}.${value}` as "options.origin.voip"),
  }));
  const isOfFiles = type === "files";
  return (
    <Field
      label={t(`fields.${key as "note"}`)}
      hint={[own, hint].filter(Boolean).join(" ") || undefined}
      error={error}
      required={required}
      group={isOfFiles}
      className={wide.includes(type) ? "answer-wide" : undefined}
    >
      {type === "longText" ? (
        <Textarea rows={field.isMessage ? 4 : 2} {...input} />
      ) : type === "amount" ? (
        <MoneyInput {...input} />
      ) : type === "instant" ? (
        <DateTimeInput withTime={field.dayAlone ? "optional" : true} {...input} />
      ) : type === "date" ? (
        <DateTimeInput withTime={false} {...input} />
      ) : type === "enum" ? (
        <Select placeholder={t("choose")} choices={choices} {...input} />
      ) : type === "organisation" || type === "file" ? (
        <Select
          placeholder={t("choose")}
          choices={(type === "file" ? files : organisations).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          {...input}
        />
      ) : isOfFiles ? (
        files.length === 0 ? (
          <span className="t13 mut">{t("filesBelow")}</span>
        ) : (
          <span className="stack-1">
            {files.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} {...registered} />
            ))}
          </span>
        )
      ) : (
        <TextInput
          mono={mono.includes(type)}
          inputMode={type === "count" ? "numeric" : undefined}
          autoComplete="off"
          {...input}
        />
      )}
    </Field>
  );
}
