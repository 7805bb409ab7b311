"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Select } from "@/components/ui/select";
import { type TargetKind, targetKinds } from "@/lib/targets/target-kind";
import type { StatementValues } from "./statement-values";

/** What the text does not hold, or not readably: a row to type it into. */
export function AddTarget() {
  const t = useTranslations("statement");
  const { getValues, setValue } = useFormContext<StatementValues>();
  return (
    <li className="ent">
      <Select
        aria-label={t("add")}
        placeholder={t("add")}
        value=""
        choices={targetKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={({ currentTarget }) => {
          const kind = currentTarget.value as TargetKind;
          const row = crypto.randomUUID();
          const empty = { row, kind, value: "", display: "", receiverId: "", holderName: "", flags: [] };
          setValue("targets", [...getValues("targets"), { ...empty, standing: "take" }], {
            shouldDirty: true,
          });
        }}
      />
    </li>
  );
}
