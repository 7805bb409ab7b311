"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Textarea } from "@/components/ui/textarea";
import type { DraftOptions } from "@/lib/requests/drafting/types";
import type { DraftValues } from "./draft-values";

/** Why it is asked, and by which provisions; those still to be confirmed say so. */
export function GroundFields({ options }: { options: DraftOptions }) {
  const t = useTranslations("requests");
  const words = useFieldWords();
  const { register, formState, control } = useFormContext<DraftValues>();
  const kindCode = useWatch({ control, name: "kindCode" });
  const kind = options.kinds.find(({ code }) => code === kindCode);
  const { errors } = formState;
  return (
    <Card title={t("detail.grounds")}>
      <div className="stack">
        <Field label={t("form.grounds")} required hint={t("form.groundsHint")} error={words(errors.grounds)}>
          <Textarea rows={6} {...register("grounds")} />
        </Field>
        {!kind ? null : kind.bases.length === 0 ? (
          <StatedBasis />
        ) : (
          <Field
            label={t("form.bases")}
            group
            required
            error={words(errors.legalBases as { message?: string } | undefined)}
          >
            <div className="stack-2">
              {kind.bases.map((basis) => (
                <Checkbox key={basis.id} value={basis.id} label={basis.cited} {...register("legalBases")} />
              ))}
            </div>
          </Field>
        )}
        {kind?.verify ? <Note tone="amber">{t("form.kindVerify")}</Note> : null}
        <Field label={t("form.disclosure")} hint={t("form.disclosureHint")} error={words(errors.disclosure)}>
          <Textarea rows={2} {...register("disclosure")} />
        </Field>
      </div>
    </Card>
  );
}

/** The register names no basis for this kind: the drafter states his, and the signer is told that he did. */
function StatedBasis() {
  const t = useTranslations("requests.form");
  const words = useFieldWords();
  const { formState, control, setValue } = useFormContext<DraftValues>();
  const [stated = ""] = useWatch({ control, name: "legalBases" });
  const problem = formState.errors.legalBases as { message?: string } | undefined;
  return (
    <Field label={t("bases")} hint={t("statedBasisHint")} required error={words(problem)}>
      <Textarea
        rows={2}
        maxLength={300}
        value={stated}
        onChange={({ currentTarget: { value } }) =>
          setValue("legalBases", value === "" ? [] : [value], { shouldDirty: true })
        }
      />
    </Field>
  );
}
