"use client";

import { Plus } from "@/components/icons/plus";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { useJudgedRows } from "@/components/forms/use-judged-rows";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/cases/types";
import { keeps, keepersOf } from "@/lib/targets/keepers";
import { targetKinds } from "@/lib/targets/target-kind";
import { emptyTarget, type TargetValues } from "./case-form-values";

/** Numbers, addresses and accounts that were named. Works in any form that has a list `targets`. */
export function TargetFields({
  institutions,
  least = 0,
}: {
  institutions: readonly Institution[];
  least?: number;
}) {
  const t = useTranslations("cases.form");
  const holder = useTranslations("cases.targets");
  const kinds = useTranslations("targets.kinds");
  const words = useFieldWords();
  const { control, register, formState } = useFormContext<{ targets: TargetValues[] }>();
  const rows = useFieldArray({ control, name: "targets" });
  const values = useWatch({ control, name: "targets" });
  const errors = formState.errors.targets;
  const isJudged = useJudgedRows(rows.fields, formState.submitCount);
  return (
    <Card
      title={t("targets")}
      aside={
        <Button size="sm" icon={<Plus className="i" aria-hidden />} onClick={() => rows.append(emptyTarget)}>
          {t(least === 0 ? "addTarget" : "addTargetRow")}
        </Button>
      }
    >
      <div className="stack">
        {least === 0 ? <p className="t13 mut">{t("targetsHint")}</p> : null}
        {rows.fields.map((row, index) => {
          const wrong = isJudged(row.id) ? errors?.[index] : undefined;
          const kind = values[index]?.kind ?? "phone_number";
          const keepers = keepersOf[kind];
          return (
            <fieldset key={row.id} className="form-row form-row-4">
              <legend className="vh">{t("target", { number: index + 1 })}</legend>
              <Field label={t("kind")} required error={words(wrong?.kind)}>
                <Select
                  {...register(`targets.${index}.kind`)}
                  choices={targetKinds.map((code) => ({ value: code, label: kinds(code) }))}
                />
              </Field>
              <Field label={t("value")} required error={words(wrong?.value)}>
                <TextInput
                  mono
                  {...register(`targets.${index}.value`)}
                  autoComplete="off"
                  spellCheck={false}
                />
              </Field>
              {keepers ? (
                <Field label={t("institution")} error={words(wrong?.institutionId)}>
                  <Select
                    {...register(`targets.${index}.institutionId`)}
                    placeholder={t("chooseNone")}
                    choices={institutions
                      .filter((institution) => keeps(kind, institution))
                      .map(({ id, name }) => ({ value: id, label: name }))}
                  />
                </Field>
              ) : null}
              <Field label={holder("holder")} error={words(wrong?.holderName)}>
                <TextInput {...register(`targets.${index}.holderName`)} autoComplete="off" />
              </Field>
              {rows.fields.length > least ? (
                <IconButton
                  className="form-row-x"
                  label={t("remove", { what: t("target", { number: index + 1 }) })}
                  icon={<X className="i" aria-hidden />}
                  onClick={() => rows.remove(index)}
                />
              ) : null}
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}
