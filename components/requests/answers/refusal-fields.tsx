"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { refusalGrounds } from "@/lib/requests/kinds/outcome-columns";

/** A coded ground and its explanation: how one target, or a whole request, is declined. */
export function RefusalFields({
  ground,
  explanation,
  errors,
}: {
  ground: UseFormRegisterReturn;
  explanation: UseFormRegisterReturn;
  errors: { ground?: string; explanation?: string };
}) {
  const t = useTranslations("answers");
  // words: answers.grounds.*
  return (
    <>
      <Field label={t("ground")} error={errors.ground} required>
        <Select
          {...ground}
          placeholder={t("choose")}
          choices={refusalGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
      </Field>
      <Field label={t("explanation")} hint={t("explanationHint")} error={errors.explanation} required>
        <Textarea rows={3} {...explanation} />
      </Field>
    </>
  );
}
