"use client";

import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/admin/dialog-form";
import { setDutyPolicyAction } from "@/lib/duty/actions";
import { setDutyPolicyInput } from "@/lib/duty/schema";
import type { DutyPolicyShown } from "@/lib/duty/types";

/** How long urgent work may lie unopened where an organisation set nothing, and at most. */
export function DutyPolicyForm({ policy }: { policy: DutyPolicyShown }) {
  const t = useTranslations("admin.duty");
  return (
    <DialogForm
      open={t("open")}
      title={t("title")}
      lead={t("lead")}
      done={t("done")}
      schema={setDutyPolicyInput}
      action={setDutyPolicyAction}
      values={{
        urgentMinutes: String(policy.urgentMinutes),
        emergencyMinutes: String(policy.emergencyMinutes),
        mostUrgentMinutes: String(policy.mostUrgentMinutes),
        mostEmergencyMinutes: String(policy.mostEmergencyMinutes),
        source: policy.source ?? "",
      }}
      fields={[
        { as: "number", name: "urgentMinutes", label: t("urgent"), required: true },
        { as: "number", name: "emergencyMinutes", label: t("emergency"), required: true },
        { as: "number", name: "mostUrgentMinutes", label: t("mostUrgent"), required: true },
        { as: "number", name: "mostEmergencyMinutes", label: t("mostEmergency"), required: true },
        { as: "text", name: "source", label: t("source"), hint: t("sourceHint") },
      ]}
      submit={t("submit")}
    />
  );
}
