"use client";

import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type HoldValues, otherOutcomes } from "./hold-values";
import { RefusalFields } from "./refusal-fields";

/** The answers without money: which one, and what it asks for. */
export function HoldOtherFields({
  register,
  control,
  errorAt,
}: {
  register: UseFormRegister<HoldValues>;
  control: Control<HoldValues>;
  errorAt: (path: string) => string | undefined;
}) {
  const t = useTranslations("answers");
  const outcomes = useTranslations("outcomes");
  const other = useWatch({ control, name: "other" });
  return (
    <>
      <Field label={t("otherOutcome")} error={errorAt("other")} required>
        <Select
          placeholder={t("choose")}
          choices={otherOutcomes.map((value) => ({ value, label: outcomes(value) }))}
          {...register("other")}
        />
      </Field>
      {other === "NO_BALANCE" ? (
        <Field label={t("balance")} error={errorAt("balance")}>
          <MoneyInput {...register("balance")} />
        </Field>
      ) : null}
      {other === "ACCOUNT_CLOSED" ? (
        <Field label={t("closedAt")} error={errorAt("closedAt")} required>
          <DateTimeInput {...register("closedAt")} />
        </Field>
      ) : null}
      {other === "REFUSED" ? (
        <RefusalFields
          ground={register("ground")}
          explanation={register("explanation")}
          errors={{ ground: errorAt("ground"), explanation: errorAt("explanation") }}
        />
      ) : other === "" ? null : (
        <Field
          label={other === "NAME_MISMATCH" ? t("nameFound") : t("note")}
          error={errorAt("note")}
          required={other === "NAME_MISMATCH"}
        >
          <Textarea rows={2} {...register("note")} />
        </Field>
      )}
    </>
  );
}
