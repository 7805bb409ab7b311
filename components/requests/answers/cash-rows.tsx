"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { cashChannels } from "@/lib/requests/kinds/hold-answer";
import { emptyCash, type HoldValues } from "./hold-values";

type Props = {
  control: Control<HoldValues>;
  register: UseFormRegister<HoldValues>;
  errorAt: (path: string) => string | undefined;
};

/** Money taken out: hour, way, place, amount. The place and the hour are what footage is asked for later. */
export function CashRows({ control, register, errorAt }: Props) {
  const t = useTranslations("answers");
  const { fields, append, remove } = useFieldArray({ control, name: "cashOuts" });
  const problem = errorAt("cashOuts");
  // words: answers.channels.*
  return (
    <fieldset className="moved">
      <legend className={fields.length > 0 ? "label" : "vh"}>{t("cashed")}</legend>
      {fields.map((row, index) => {
        const number = index + 1;
        const at = `cashOuts.${index}` as const;
        const error =
          errorAt(`${at}.at`) ??
          errorAt(`${at}.channel`) ??
          errorAt(`${at}.place`) ??
          errorAt(`${at}.amount`);
        return (
          <div className="moved-line" key={row.id}>
            <div className="moved-row">
              <Field label={t("cash.at", { number })} labelHidden required>
                <TextInput
                  number
                  placeholder={t("row.atHint")}
                  aria-invalid={errorAt(`${at}.at`) ? true : undefined}
                  {...register(`${at}.at`)}
                />
              </Field>
              <Field label={t("cash.channel", { number })} labelHidden required>
                <Select
                  choices={cashChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
                  {...register(`${at}.channel`)}
                />
              </Field>
              <Field label={t("cash.place", { number })} labelHidden>
                <TextInput placeholder={t("cash.placeHint")} {...register(`${at}.place`)} />
              </Field>
              <Field label={t("cash.amount", { number })} labelHidden required>
                <TextInput
                  number
                  placeholder={t("row.amountHint")}
                  aria-invalid={errorAt(`${at}.amount`) ? true : undefined}
                  {...register(`${at}.amount`)}
                />
              </Field>
              <IconButton
                size="sm"
                className="moved-x"
                label={t("cash.remove", { number })}
                icon={<X className="i i-14" aria-hidden />}
                onClick={() => remove(index)}
              />
            </div>
            {error ? <p className="error">{error}</p> : null}
          </div>
        );
      })}
      {problem && fields.length === 0 ? <p className="error">{problem}</p> : null}
      <button
        type="button"
        className="linkbtn row g1"
        onClick={() => append(emptyCash, { focusName: `cashOuts.${fields.length}.at` })}
      >
        <Plus className="i i-14" aria-hidden />
        {t("cash.add")}
      </button>
    </fieldset>
  );
}
