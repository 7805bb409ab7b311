"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DraftOptions } from "@/lib/requests/drafting/types";
import { mayBeAsked } from "@/lib/requests/kinds/addressee";
import { chosenPicks, type DraftValues } from "./draft-values";

/** The other side of a reconciliation: an account is compared with a number, each by who keeps it. Two requests, one go. */
export function PairFields({ options }: { options: DraftOptions }) {
  const t = useTranslations("answers.pair");
  const words = useFieldWords();
  const { register, control, formState, setValue } = useFormContext<DraftValues>();
  const [kindCode, addresseeOrgId, picks, pairTargetId] = useWatch({
    control,
    name: ["kindCode", "addresseeOrgId", "picks", "pairTargetId"],
  });
  const kind = options.kinds.find(({ code }) => code === kindCode);
  if (!kind || kindCode !== "IDENTITY_RECONCILIATION") return null;
  const [first] = chosenPicks(options, { picks, kindCode, addresseeOrgId });
  const one = options.targets.find(({ id }) => id === first?.targetId);
  const others = options.targets.filter(
    (target) =>
      kind.targets.includes(target.kind) &&
      target.id !== one?.id &&
      (one === undefined || (target.kind === "phone_number") !== (one.kind === "phone_number")),
  );
  const chosen = options.targets.find(({ id }) => id === pairTargetId);
  const keepers = options.addressees.filter(
    (each) =>
      mayBeAsked(kind, kind.addresseeWords, each) &&
      (chosen === undefined || (each.kind === "telecom") === (chosen.kind === "phone_number")),
  );
  return (
    <Card title={t("title")}>
      <p className="t13 mut mb-2">{t("hint")}</p>
      <div className="form-row form-row-2">
        <Field label={t("target")} error={words(formState.errors.pairTargetId)}>
          <Select
            {...register("pairTargetId", {
              onChange: (event: { target: { value: string } }) => {
                const target = options.targets.find(({ id }) => id === event.target.value);
                setValue("pairOrgId", target?.institutionId ?? "");
              },
            })}
            placeholder={t("none")}
            choices={others.map(({ id, display }) => ({ value: id, label: display }))}
          />
        </Field>
        {pairTargetId ? (
          <Field label={t("keeper")} required error={words(formState.errors.pairOrgId)}>
            <Select
              {...register("pairOrgId")}
              placeholder={t("choose")}
              choices={keepers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
      </div>
    </Card>
  );
}
