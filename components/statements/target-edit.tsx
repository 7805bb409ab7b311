"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { keeperWord, mayBeChosen, needsKeeper } from "@/lib/statements/keepers";
import type { Receiver } from "@/lib/statements/types";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { Placed } from "./target-line";
import type { StatementValues, TargetRow } from "./statement-values";

/** Corrects what was read: the value, who keeps it, in whose name it is. The canonical value follows while typing. */
export function TargetEdit({
  target,
  receivers,
}: {
  target: Placed<TargetRow>;
  receivers: readonly Receiver[];
}) {
  const t = useTranslations("statement");
  const words = useFieldWords();
  const { register, setValue, formState } = useFormContext<StatementValues>();
  const wrong = formState.errors.targets?.[target.place];
  const keeper = keeperWord(target.kind);
  return (
    <div className="ent-edit">
      <Field label={t(`kinds.${target.kind}`)} required error={words(wrong?.value)}>
        <TextInput
          mono
          autoComplete="off"
          {...register(`targets.${target.place}.value`, {
            onBlur: ({ target: field }: { target: HTMLInputElement }) => {
              const normal = normaliseTarget(target.kind, field.value);
              if (!normal.ok) return;
              setValue(`targets.${target.place}.value`, normal.value, { shouldDirty: true });
              setValue(`targets.${target.place}.display`, normal.display);
            },
          })}
        />
      </Field>
      {keeper ? (
        <Field
          label={t(`keeper.${keeper}`)}
          required={needsKeeper(target.kind) && keeper !== "telecom"}
          error={words(wrong?.receiverId)}
        >
          <Select
            {...register(`targets.${target.place}.receiverId`)}
            placeholder={t("chooseReceiver")}
            choices={receivers
              .filter((receiver) => mayBeChosen(target.kind, receiver))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      ) : null}
      {keeper === "bank" || keeper === "payment_intermediary" ? (
        <Field label={t("holder")}>
          <TextInput {...register(`targets.${target.place}.holderName`)} autoComplete="off" />
        </Field>
      ) : null}
    </div>
  );
}
