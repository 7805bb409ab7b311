"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { reportChannels, sourceKinds } from "@/lib/cases/schema";
import type { StatementOptions } from "@/lib/statements/types";
import type { StatementValues } from "./statement-values";

/** What a case needs beside its text: who lost the money, by what trick, how it was told. */
export function ReportStrip({ options, loss }: { options: StatementOptions; loss: bigint }) {
  const t = useTranslations("statement");
  const cases = useTranslations("cases");
  const words = useFieldWords();
  const { register, formState } = useFormContext<StatementValues>();
  const { errors } = formState;
  const aside = (
    <span className="row t13 mut">
      {t("loss")} <Money value={loss} className="fw6" />
    </span>
  );
  if (options.owner)
    return (
      <Card title={t("report")} aside={aside}>
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
