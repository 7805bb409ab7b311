"use client";

import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray, useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/requests/desk/types";
import type { HoldValues } from "./hold-values";
import { ElsewhereFields, ReceiverChoices } from "./elsewhere-fields";
import { emptyTransfer, placeIn } from "./onward-values";
import { MovedRows } from "./moved-rows";
import { pastedRows } from "./pasted-rows";
import { momentOf } from "./typed-answer";
import { useDayWords } from "./use-day-words";

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
  const typed = useWatch({ control, name: "transfers" });
  const dayOf = useDayWords();
  const rowFields = (index: number) => {
    const number = index + 1;
    const at = `transfers.${index}` as const;
    const place = placeIn(typed[index]?.toInstitutionId);
    return (
      <>
        <Field
          label={t("row.at", { number })}
          labelHidden
          hint={dayOf(typed[index]?.at)}
          error={errorAt(`${at}.at`)}
          required
        >
          <DateTimeInput read={momentOf} placeholder={t("row.atHint")} {...register(`${at}.at`)} />
        </Field>
        <Field
          label={t("row.institution", { number })}
          labelHidden
          error={errorAt(`${at}.toInstitutionId`)}
          required
        >
          <Select placeholder={t("row.institutionHint")} {...register(`${at}.toInstitutionId`)}>
            <ReceiverChoices institutions={institutions} />
          </Select>
        </Field>
        <Field
          label={t("row.account", { number })}
          labelHidden
          error={errorAt(`${at}.toAccount`)}
          required={place === null || place === "unknown_bank"}
        >
          <TextInput
            mono
            placeholder={place ? t(`elsewhere.accountHint.${place}`) : t("row.accountHint")}
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
          <MoneyInput placeholder={t("row.amountHint")} inputMode="text" {...register(`${at}.amount`)} />
        </Field>
      </>
    );
  };
  return (
    <MovedRows
      legend={t("moved")}
      rows={fields}
      fields={rowFields}
      more={(index) => (
        <ElsewhereFields
          choice={typed[index]?.toInstitutionId}
          number={index + 1}
          register={(part) => register(`transfers.${index}.elsewhere.${part}`)}
          errorAt={(part) => errorAt(`transfers.${index}.elsewhere.${part}`)}
        />
      )}
      problem={errorAt("transfers")}
      add={{
        label: t("row.add"),
        act: () => append(emptyTransfer, { focusName: `transfers.${fields.length}.at` }),
      }}
      remove={{ label: (number) => t("row.remove", { number }), act: remove }}
    />
  );
}
