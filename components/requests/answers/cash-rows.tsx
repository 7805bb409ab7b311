"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { cashChannels } from "@/lib/requests/kinds/hold-answer";
import { emptyCash, type HoldValues } from "./hold-values";
import { momentOf } from "./typed-answer";

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
        return (
          <div className="moved-row" key={row.id}>
            <Field label={t("cash.at", { number })} labelHidden error={errorAt(`${at}.at`)} required>
              <DateTimeInput read={momentOf} placeholder={t("row.atHint")} {...register(`${at}.at`)} />
            </Field>
            <Field
              label={t("cash.channel", { number })}
              labelHidden
              error={errorAt(`${at}.channel`)}
              required
            >
              <Select
                placeholder={t("cash.channelHint")}
                choices={cashChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
                {...register(`${at}.channel`)}
              />
            </Field>
            <Field label={t("cash.place", { number })} labelHidden error={errorAt(`${at}.place`)}>
              <TextInput placeholder={t("cash.placeHint")} {...register(`${at}.place`)} />
            </Field>
            <Field label={t("cash.amount", { number })} labelHidden error={errorAt(`${at}.amount`)} required>
              <TextInput number placeholder={t("row.amountHint")} {...register(`${at}.amount`)} />
            </Field>
            <IconButton
              size="sm"
              className="moved-x"
              label={t("cash.remove", { number })}
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
        onClick={() => append(emptyCash, { focusName: `cashOuts.${fields.length}.at` })}
      >
        <Plus className="i i-14" aria-hidden />
        {t("cash.add")}
      </button>
    </fieldset>
  );
}
