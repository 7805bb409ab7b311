"use client";

import { useTranslations } from "next-intl";
import { confirmOrganisationAction } from "@/lib/organisations/actions";
import {
  confirmDocumentAction,
  confirmHolidayAction,
  confirmKindAction,
  confirmLimitAction,
} from "@/lib/reference/actions";
import { confirmInput } from "@/lib/reference/schema";
import { DialogForm } from "./dialog-form";

const actions = {
  kind: confirmKindAction,
  limit: confirmLimitAction,
  document: confirmDocumentAction,
  holiday: confirmHolidayAction,
  organisation: confirmOrganisationAction,
};

/** Confirms a default against its source. */
export function ConfirmForm({
  of,
  id,
  version,
  source,
}: {
  of: keyof typeof actions;
  id: string;
  version: number;
  source: string;
}) {
  const t = useTranslations("admin.verify");
  return (
    <DialogForm<unknown>
      open={t("confirm")}
      look="primary"
      title={t("title")}
      lead={t("lead")}
      done={t("confirmed")}
      schema={confirmInput}
      action={actions[of]}
      fixed={{ id, version }}
      values={{ source }}
      fields={[{ as: "area", name: "source", label: t("source"), hint: t("sourceHint"), required: true }]}
      submit={t("confirm")}
    />
  );
}
