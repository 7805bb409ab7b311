"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/requests/received-types";
import { emptyTransfer, type HoldValues } from "./hold-values";
import { pastedRows } from "./pasted-rows";
import { momentOf } from "./typed-answer";

type Props = {
  control: Control<HoldValues>;
  register: UseFormRegister<HoldValues>;
  institutions: readonly Institution[];
  errorAt: (path: string) => string | undefined;
};

/** Where the money went: hour, receiving institution, account, amount. Rows copied from a sheet land in as many rows. */
export function OnwardRows({ control, register, institutions, errorAt }: Props) {
  const t = useTranslations("answers");
  const { fields, append, remove, replace } = useFieldArray({ control, name: "transfers" });
  const choices = institutions.map(({ id, name }) => ({ value: id, label: name }));
  const problem = errorAt("transfers");
  return (
    <fieldset className="moved">
      <legend className={fields.length > 0 ? "label" : "vh"}>{t("moved")}</legend>
      {fields.map((row, index) => {
        const number = index + 1;
        const at = `transfers.${index}` as const;
        return (
          <div className="moved-row" key={row.id}>
            <Field label={t("row.at", { number })} labelHidden error={errorAt(`${at}.at`)} required>
              <DateTimeInput read={momentOf} placeholder={t("row.atHint")} {...register(`${at}.at`)} />
            </Field>
            <Field
              label={t("row.institution", { number })}
              labelHidden
              error={errorAt(`${at}.toInstitutionId`)}
              required
            >
              <Select
                choices={choices}
                placeholder={t("row.institutionHint")}
                {...register(`${at}.toInstitutionId`)}
              />
            </Field>
            <Field
              label={t("row.account", { number })}
              labelHidden
              error={errorAt(`${at}.toAccount`)}
              required
            >
              <TextInput
                mono
                placeholder={t("row.accountHint")}
                {...register(`${at}.toAccount`)}
                onPaste={(event) => {
                  const rows = pastedRows(event.clipboardData.getData("text"), institutions);
                  if (rows.length === 0) return;
                  event.preventDefault();
                  replace([...control._formValues.transfers.slice(0, index), ...rows]);
                }}
              />
            </Field>
            <Field label={t("row.amount", { number })} labelHidden error={errorAt(`${at}.amount`)} required>
              <TextInput
                number
                placeholder={t("row.amountHint")}
                inputMode="text"
                {...register(`${at}.amount`)}
              />
            </Field>
            <IconButton
              size="sm"
              className="moved-x"
              label={t("row.remove", { number })}
              icon={<X className="i i-14" aria-hidden />}
              onClick={() => remove(index)}
            />
          </div>
        );
      })}
      {problem && fields.length === 0 ? <p className="error">{problem}</p> : null}
      <button
        type="button"
        className="linkbtn row g1"
        onClick={() => append(emptyTransfer, { focusName: `transfers.${fields.length}.at` })}
      >
        <Plus className="i i-14" aria-hidden />
        {t("row.add")}
      </button>
    </fieldset>
  );
}
