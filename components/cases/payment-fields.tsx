"use client";

import { useVnd } from "@/components/ui/money";
import { Plus } from "@/components/icons/plus";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import type { FocusEvent } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { useJudgedRows } from "@/components/forms/use-judged-rows";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/cases/types";
import { formatDate, parseLocalDateTime, parseLocalMoment } from "@/lib/i18n/local-time";
import { type CaseValues, emptyPayment, sumOfPayments } from "./case-form-values";

function dayOf(typed: string): string {
  const instant = parseLocalDateTime(typed);
  return instant ? `${formatDate(instant)} ` : "";
}

/** Typing writes over what stands there; behind a day alone it goes on with the hour. */
function selectTyped({ currentTarget: input }: FocusEvent<HTMLInputElement>): void {
  const isDayAlone = parseLocalDateTime(input.value) !== null && parseLocalMoment(input.value) === null;
  input.setSelectionRange(isDayAlone ? input.value.length : 0, input.value.length);
}

/** What the victims paid, to where: layer 0 of the money trail. The receiving accounts become targets by themselves. */
export function PaymentFields({ institutions }: { institutions: readonly Institution[] }) {
  const { vnd } = useVnd();
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { control, register, formState, getValues } = useFormContext<CaseValues>();
  const rows = useFieldArray({ control, name: "payments" });
  const payments = useWatch({ control, name: "payments" });
  const victims = useWatch({ control, name: "victims" });
  const errors = formState.errors.payments;
  const isJudged = useJudgedRows(rows.fields, formState.submitCount);
  const places = institutions
    .filter(({ kind }) => kind === "bank" || kind === "payment_intermediary")
    .map(({ id, name }) => ({ value: id, label: name }));
  /** The next payment mostly leaves from the same account on the same day; its hour is asked for. */
  const next = () => {
    const last = getValues("payments").at(-1);
    return last
      ? {
          ...emptyPayment,
          victim: last.victim,
          at: dayOf(last.at),
          fromInstitutionId: last.fromInstitutionId,
          fromAccount: last.fromAccount,
        }
      : emptyPayment;
  };
  return (
    <Card
      title={t("form.payments")}
      aside={
        <Button size="sm" icon={<Plus className="i" aria-hidden />} onClick={() => rows.append(next())}>
          {t("form.addPayment")}
        </Button>
      }
      footer={
        <span className="t13 mut num">
          {t("form.total", { count: payments.length, amount: vnd(sumOfPayments(payments)) })}
        </span>
      }
    >
      <div className="stack">
        {rows.fields.map((row, index) => {
          const wrong = isJudged(row.id) ? errors?.[index] : undefined;
          return (
            <fieldset key={row.id} className="form-row form-row-4">
              <legend className="vh">{t("form.payment", { number: index + 1 })}</legend>
              <Field label={t("form.at")} required error={words(wrong?.at)}>
                <DateTimeInput
                  {...register(`payments.${index}.at`)}
                  read={parseLocalMoment}
                  onFocus={selectTyped}
                />
              </Field>
              <Field label={t("form.amount")} required error={words(wrong?.amount)}>
                <MoneyInput {...register(`payments.${index}.amount`)} />
              </Field>
              <Field label={t("form.toInstitution")} required error={words(wrong?.toInstitutionId)}>
                <Select
                  {...register(`payments.${index}.toInstitutionId`)}
                  placeholder={t("form.chooseInstitution")}
                  choices={places}
                />
              </Field>
              <Field label={t("form.toAccount")} required error={words(wrong?.toAccount)}>
                <TextInput mono {...register(`payments.${index}.toAccount`)} autoComplete="off" />
              </Field>
              <Field label={t("form.toName")} error={words(wrong?.toName)}>
                <TextInput {...register(`payments.${index}.toName`)} autoComplete="off" />
              </Field>
              <Field label={t("form.fromInstitution")} error={words(wrong?.fromInstitutionId)}>
                <Select
                  {...register(`payments.${index}.fromInstitutionId`)}
                  placeholder={t("form.chooseNone")}
                  choices={places}
                />
              </Field>
              <Field label={t("form.fromAccount")} error={words(wrong?.fromAccount)}>
                <TextInput mono {...register(`payments.${index}.fromAccount`)} autoComplete="off" />
              </Field>
              <Field label={t("form.reference")} error={words(wrong?.reference)}>
                <TextInput mono {...register(`payments.${index}.reference`)} autoComplete="off" />
              </Field>
              {victims.length > 1 ? (
                <Field label={t("form.whose")} required error={words(wrong?.victim)}>
                  <Select
                    {...register(`payments.${index}.victim`)}
                    choices={victims.map(({ fullName }, at) => ({
                      value: String(at),
                      label: fullName || t("form.victim", { number: at + 1 }),
                    }))}
                  />
                </Field>
              ) : null}
              <IconButton
                className="form-row-x"
                label={t("form.remove", { what: t("form.payment", { number: index + 1 }) })}
                icon={<X className="i" aria-hidden />}
                onClick={() => rows.remove(index)}
              />
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}
