"use client";

import { Plus } from "@/components/icons/plus";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { useJudgedRows } from "@/components/forms/use-judged-rows";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import { type CaseValues, emptyVictim } from "./case-form-values";

/** Who lost money. A victim that a payment names cannot be taken away without moving its payments to the first. */
export function VictimFields() {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { control, register, formState, getValues, setValue } = useFormContext<CaseValues>();
  const rows = useFieldArray({ control, name: "victims" });
  const errors = formState.errors.victims;
  const isJudged = useJudgedRows(rows.fields, formState.submitCount);

  function remove(index: number): void {
    getValues("payments").forEach((payment, at) => {
      const victim = Number(payment.victim);
      if (victim >= index) setValue(`payments.${at}.victim`, String(Math.max(0, victim - 1)));
    });
    rows.remove(index);
  }

  return (
    <Card
      title={t("form.victims")}
      aside={
        <Button size="sm" icon={<Plus className="i" aria-hidden />} onClick={() => rows.append(emptyVictim)}>
          {t("form.addVictim")}
        </Button>
      }
    >
      <div className="stack">
        {rows.fields.map((row, index) => {
          const wrong = isJudged(row.id) ? errors?.[index] : undefined;
          return (
            <fieldset key={row.id} className="form-row form-row-4">
              <legend className="vh">{t("form.victim", { number: index + 1 })}</legend>
              <Field label={t("victims.name")} required error={words(wrong?.fullName)}>
                <TextInput {...register(`victims.${index}.fullName`)} autoComplete="off" />
              </Field>
              <Field label={t("victims.phone")} error={words(wrong?.phone)}>
                <TextInput mono inputMode="tel" {...register(`victims.${index}.phone`)} autoComplete="off" />
              </Field>
              <Field label={t("victims.personId")} error={words(wrong?.personId)}>
                <TextInput
                  mono
                  inputMode="numeric"
                  {...register(`victims.${index}.personId`)}
                  autoComplete="off"
                />
              </Field>
              <Field label={t("victims.address")} error={words(wrong?.address)}>
                <TextInput {...register(`victims.${index}.address`)} autoComplete="off" />
              </Field>
              {rows.fields.length > 1 ? (
                <IconButton
                  className="form-row-x"
                  label={t("form.remove", { what: t("form.victim", { number: index + 1 }) })}
                  icon={<X className="i" aria-hidden />}
                  onClick={() => remove(index)}
                />
              ) : null}
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}
