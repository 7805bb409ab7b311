"use client";

import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray, useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { cashChannels } from "@/lib/requests/kinds/money-rows";
import { emptyCash, type HoldValues } from "./hold-values";
import { MovedRows } from "./moved-rows";
import { momentOf } from "./typed-answer";
import { useDayWords } from "./use-day-words";

type Props = {
  control: Control<HoldValues>;
  register: UseFormRegister<HoldValues>;
  errorAt: (path: string) => string | undefined;
};

/** Money taken out: hour, way, place, amount. The place and the hour are what footage is asked for later. */
export function CashRows({ control, register, errorAt }: Props) {
  const t = useTranslations("answers");
  const { fields, append, remove } = useFieldArray({ control, name: "cashOuts" });
  // words: answers.channels.*
  const typed = useWatch({ control, name: "cashOuts" });
  const dayOf = useDayWords();
  const rowFields = (index: number) => {
    const number = index + 1;
    const at = `cashOuts.${index}` as const;
    return (
      <>
        <Field
          label={t("cash.at", { number })}
          labelHidden
          hint={dayOf(typed[index]?.at)}
          error={errorAt(`${at}.at`)}
          required
        >
          <DateTimeInput read={momentOf} placeholder={t("row.atHint")} {...register(`${at}.at`)} />
        </Field>
        <Field label={t("cash.channel", { number })} labelHidden error={errorAt(`${at}.channel`)} required>
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
          <MoneyInput placeholder={t("row.amountHint")} {...register(`${at}.amount`)} />
        </Field>
      </>
    );
  };
  return (
    <MovedRows
      legend={t("cashed")}
      rows={fields}
      fields={rowFields}
      problem={errorAt("cashOuts")}
      add={{
        label: t("cash.add"),
        act: () => append(emptyCash, { focusName: `cashOuts.${fields.length}.at` }),
      }}
      remove={{ label: (number) => t("cash.remove", { number }), act: remove }}
    />
  );
}
