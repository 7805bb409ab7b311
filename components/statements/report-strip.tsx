"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Money, useVnd } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { reportChannels, sourceKinds } from "@/lib/cases/schema";
import type { StatementOptions } from "@/lib/statements/types";
import { missedTotal, type StatementValues } from "./statement-values";

/** What a case needs beside its text: who lost the money, by what trick, how it was told. */
export function ReportStrip({
  options,
  loss,
  statedTotals,
}: {
  options: StatementOptions;
  loss: bigint;
  statedTotals: readonly string[];
}) {
  const t = useTranslations("statement");
  const cases = useTranslations("cases");
  const words = useFieldWords();
  const { register, formState } = useFormContext<StatementValues>();
  const { errors } = formState;
  const { vnd } = useVnd();
  const stated = missedTotal(statedTotals, loss);
  const mismatch =
    stated === null ? null : (
      <Note tone="amber" announce>
        {t("mismatch", {
          stated: vnd(stated),
          sum: vnd(loss),
          difference: vnd(stated > loss ? stated - loss : loss - stated),
        })}
      </Note>
    );
  const aside = (
    <span className="row t13 mut">
      {t("loss")} <Money value={loss} className="fw6" />
    </span>
  );
  if (options.owner)
    return (
      <Card title={t("report")} aside={aside}>
        {mismatch}
        <Field label={cases("payments.victim")} required error={words(errors.victim)}>
          <Select
            {...register("victim")}
            choices={options.owner.victims.map((name, index) => ({ value: String(index), label: name }))}
          />
        </Field>
      </Card>
    );
  return (
    <Card title={t("report")} aside={aside}>
      <div className="stack">
        {mismatch}
        <div className="form-row form-row-4">
          <Field label={cases("victims.name")} required error={words(errors.victimName)}>
            <TextInput {...register("victimName")} autoComplete="off" />
          </Field>
          <Field label={cases("victims.phone")} error={words(errors.victimPhone)}>
            <TextInput mono inputMode="tel" {...register("victimPhone")} autoComplete="off" />
          </Field>
          <Field label={cases("form.fraudType")} required error={words(errors.fraudTypeCode)}>
            <Select
              {...register("fraudTypeCode")}
              placeholder={cases("form.chooseFraudType")}
              choices={options.fraudTypes.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Field>
          <Field label={cases("form.reportedAt")} required error={words(errors.reportedAt)}>
            <DateTimeInput {...register("reportedAt")} />
          </Field>
        </div>
        <div className="form-row form-row-4">
          <Field label={cases("form.channel")} required>
            <Select
              {...register("channel")}
              choices={reportChannels.map((code) => ({ value: code, label: cases(`channel.${code}`) }))}
            />
          </Field>
          <Field label={cases("form.source")} required>
            <Select
              {...register("sourceKind")}
              choices={sourceKinds.map((code) => ({ value: code, label: cases(`source.${code}`) }))}
            />
          </Field>
          <Field label={cases("victims.personId")} error={words(errors.victimPersonId)}>
            <TextInput mono inputMode="numeric" {...register("victimPersonId")} autoComplete="off" />
          </Field>
          <Field label={cases("form.caseTitle")} hint={t("titleHint")} error={words(errors.title)}>
            <TextInput {...register("title")} maxLength={160} />
          </Field>
        </div>
      </div>
    </Card>
  );
}
