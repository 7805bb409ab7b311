"use client";

import { CircleHelp } from "@/components/icons/circle-help";
import { Pencil } from "@/components/icons/pencil";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { MoneyInput } from "@/components/ui/money-input";
import type { Placed } from "./target-line";
import { useTypedVnd } from "./typed-vnd";
import type { PaymentRow, StatementValues } from "./statement-values";

/** One payment to an account: amount and time, open for typing when one is missing. An hour whose day was guessed says so. */
export function PaymentLine({ payment }: { payment: Placed<PaymentRow> }) {
  const t = useTranslations("statement");
  const words = useFieldWords();
  const vnd = useTypedVnd();
  const { register, setValue, formState } = useFormContext<StatementValues>();
  const [isOpen, setOpen] = useState(payment.amount === "" || payment.at === "");
  const wrong = formState.errors.payments?.[payment.place];
  if (payment.standing === "leave") return null;
  if (!isOpen && !wrong)
    return (
      <p className="ent-pay">
        <span className={payment.atSure ? "mut num" : "c-amber num row g1"}>
          {payment.atSure ? null : <CircleHelp className="i i-14" aria-hidden />}
          {payment.at}
          {payment.atSure ? null : <span className="vh">{t("dayGuessed")}</span>}
        </span>
        <span className="money num fw5">{vnd(payment.amount)}</span>
        <IconButton
          label={t("editPayment", { amount: vnd(payment.amount) })}
          icon={<Pencil className="i i-14" aria-hidden />}
          onClick={() => setOpen(true)}
        />
      </p>
    );
  return (
    <div className="ent-edit">
      <Field label={t("amount")} required error={words(wrong?.amount)}>
        <MoneyInput {...register(`payments.${payment.place}.amount`)} />
      </Field>
      <Field label={t("paidAt")} required error={words(wrong?.at)}>
        <DateTimeInput
          {...register(`payments.${payment.place}.at`, {
            onChange: () => setValue(`payments.${payment.place}.atSure`, true),
          })}
        />
      </Field>
      <div className="row">
        <Button size="sm" onClick={() => setOpen(false)}>
          {t("done")}
        </Button>
        <Button
          size="sm"
          look="ghost"
          onClick={() => setValue(`payments.${payment.place}.standing`, "leave", { shouldDirty: true })}
        >
          {t("dropPayment")}
        </Button>
      </div>
    </div>
  );
}
