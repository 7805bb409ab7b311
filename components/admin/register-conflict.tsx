"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { useFactWords } from "@/components/audit/fact-words";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import type { ChangedBy } from "@/lib/errors";
import type { FormField } from "./form-field";

/** Somebody saved an entry of a register first: what he changed, beside what is typed, and either may be kept. */
export function RegisterConflict({
  by,
  fields,
  typed,
  pending,
  onKeepMine,
  onClose,
}: {
  by: ChangedBy | null;
  fields: readonly FormField[];
  typed: () => FieldValues;
  pending: boolean;
  onKeepMine: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("admin.form");
  const factsOf = useFactWords();
  const mine = (name: string) => {
    const field = fields.find((one) => one.name === name);
    const value: unknown = field && typed()[name];
    const choices = field && "choices" in field ? field.choices : [];
    const words = (one: unknown) =>
      choices.find((choice) => choice.value === one)?.label ?? (typeof one === "string" ? one : "");
    return Array.isArray(value) ? value.map(words).join(", ") : words(value);
  };
  const lines = by
    ? factsOf({ type: by.what, changes: by.changes ?? {} }).map(({ field, name, value }) => ({
        name,
        theirs: value,
        mine: mine(field),
        different: true,
      }))
    : [];
  return (
    <ConflictNotice
      open={by !== null}
      who={by?.name ?? ""}
      isYou={by?.isYou}
      at={by?.at ?? new Date(0).toISOString()}
      lines={lines}
      keepMine={t("keepMine")}
      pending={pending}
      onTakeTheirs={() => window.location.reload()}
      onKeepMine={onKeepMine}
      onClose={onClose}
    />
  );
}
