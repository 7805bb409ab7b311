"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { DialogForm } from "@/components/admin/dialog-form";
import { NumbersWarning } from "@/components/forms/numbers-warning";
import { writeNoteAction } from "@/lib/duty/actions";
import { writeNoteInput } from "@/lib/duty/schema";

/** The word of who goes for who comes. */
export function NoteForm({ shiftId }: { shiftId: string }) {
  const t = useTranslations("duty.note");
  return (
    <DialogForm
      open={t("write")}
      look="primary"
      title={t("title")}
      lead={t("lead")}
      done={t("done")}
      schema={writeNoteInput}
      action={writeNoteAction}
      fixed={{ shiftId }}
      values={{ body: "" }}
      fields={[{ as: "area", name: "body", label: t("body"), hint: t("bodyHint"), rows: 6, required: true }]}
      aside={({ body }: FieldValues) => <NumbersWarning text={body} />}
      submit={t("submit")}
    />
  );
}
