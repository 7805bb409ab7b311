"use client";

import { LiveButton } from "@/components/ui/live-button";
import { useVnd } from "@/components/ui/money";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { contactChannels } from "@/lib/cases/contact-channels";
import { reportChannels, sourceKinds } from "@/lib/cases/schema";
import type { CaseFormOptions } from "@/lib/cases/types";
import { type CaseValues, sumOfPayments } from "./case-form-values";

/** What the report is: source, method, what happened, how much is lost. */
export function ReportFields({ options }: { options: CaseFormOptions }) {
  const { vnd, digits: written } = useVnd();
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { register, formState, setValue, control } = useFormContext<CaseValues>();
  const payments = useWatch({ control, name: "payments" });
  const loss = useWatch({ control, name: "reportedLoss" });
  const { errors } = formState;
  const sum = sumOfPayments(payments);
  const digits = written(sum);
  return (
    <Card title={t("form.report")}>
      <div className="stack">
        <div className="form-row form-row-4">
          <Field label={t("form.loss")} required error={words(errors.reportedLoss)}>
            <MoneyInput {...register("reportedLoss")} />
          </Field>
          <Field label={t("form.reportedAt")} required error={words(errors.reportedAt)}>
            <DateTimeInput {...register("reportedAt")} />
          </Field>
          <Field label={t("form.source")} required error={words(errors.sourceKind)}>
            <Select
              {...register("sourceKind")}
              choices={sourceKinds.map((code) => ({ value: code, label: t(`source.${code}`) }))}
            />
          </Field>
          <Field label={t("form.channel")} required error={words(errors.channel)}>
            <Select
              {...register("channel")}
              choices={reportChannels.map((code) => ({ value: code, label: t(`channel.${code}`) }))}
            />
          </Field>
        </div>
        {sum > 0n && loss !== digits ? (
          <LiveButton
            className="linkbtn t13 num"
            onClick={() =>
              setValue("reportedLoss", digits, { shouldDirty: true, shouldValidate: formState.isSubmitted })
            }
          >
            {t("form.lossFromPayments", { amount: vnd(sum) })}
          </LiveButton>
        ) : null}
        <div className="form-row form-row-2">
          <Field label={t("form.fraudType")} required error={words(errors.fraudTypeCode)}>
            <Select
              {...register("fraudTypeCode")}
              placeholder={t("form.chooseFraudType")}
              choices={options.fraudTypes.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Field>
          <Field label={t("form.commune")} error={words(errors.communeCode)}>
            <Select
              {...register("communeCode")}
              placeholder={t("form.chooseCommune")}
              choices={options.communes.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Field>
        </div>
        <Field label={t("form.contact")} group>
          <div className="row wrap gap-x-5">
            {contactChannels.map((code) => (
              <Checkbox
                key={code}
                value={code}
                label={t(`contact.${code}`)}
                {...register("contactChannels")}
              />
            ))}
          </div>
        </Field>
        <Field label={t("form.caseTitle")} required hint={t("form.titleHint")} error={words(errors.title)}>
          <TextInput {...register("title")} maxLength={160} />
        </Field>
        <Field label={t("form.summary")} required error={words(errors.summary)}>
          <Textarea rows={6} {...register("summary")} />
        </Field>
        <Checkbox label={t("form.restricted")} {...register("restricted")} />
      </div>
    </Card>
  );
}
