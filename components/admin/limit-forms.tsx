"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { useToast } from "@/components/ui/toast";
import { createLimitAction, openLimitPeriodAction } from "@/lib/reference/actions";
import { limitSubjects } from "@/lib/reference/limits";
import { limitPeriodInput, newLimitInput } from "@/lib/reference/schema";
import type { DocumentChoice, LimitRow } from "@/lib/reference/types";
import { paths } from "@/lib/paths";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { typedDay } from "./form-field";
import { useLimitFields } from "./limit-fields";
import { LimitPreview } from "./limit-preview";

/** A new figure for a limit from a day on; one that is not past its first day is corrected where it stands. */
export function LimitPeriodForm({ limit, from, isOpen }: { limit: LimitRow; from: string; isOpen: boolean }) {
  const t = useTranslations("admin.limit");
  const fields = useLimitFields(limit.subject === "ANSWER", t(isOpen ? "correctHint" : "validFromHint"));
  const toast = useToast();
  const router = useRouter();
  return (
    <CommandForm
      schema={limitPeriodInput}
      action={openLimitPeriodAction}
      fixed={{ policyId: limit.id, version: limit.version }}
      values={{
        value: String(limit.value),
        unit: limit.unit,
        mostExtension: limit.mostExtension === null ? "" : String(limit.mostExtension),
        validFrom: typedDay(from),
        source: limit.source,
        note: limit.note ?? "",
      }}
      fields={fields}
      aside={(typed: FieldValues) => <LimitPreview of={limit} typed={typed} />}
      submit={t(isOpen ? "correctSubmit" : "submit")}
      onDone={({ policyId }) => {
        toast(t(isOpen ? "corrected" : "done"));
        router.refresh();
        router.push(paths.adminDeadline(policyId));
      }}
    />
  );
}

/** A limit for a combination that has none yet. */
export function NewLimitForm({
  kinds,
  documents,
  from,
}: {
  kinds: { code: string; name: string }[];
  documents: readonly DocumentChoice[];
  /** The first day that is proposed. */
  from: string;
}) {
  const t = useTranslations("admin.limit");
  const choices = useChoices();
  const fields = useLimitFields(true, t("newFromHint"));
  const toast = useToast();
  const router = useRouter();
  return (
    <CommandForm
      schema={newLimitInput}
      action={createLimitAction}
      values={{
        subject: "ANSWER",
        kindCode: "",
        urgency: "",
        legalBasis: "",
        specialisedOnly: false,
        requesterLevel: "",
        requesterOrgId: "",
        validTo: "",
        value: "",
        unit: "hours",
        mostExtension: "",
        validFrom: typedDay(from),
        source: "",
        note: "",
      }}
      fields={[
        {
          as: "select",
          name: "subject",
          label: t("subject"),
          choices: choices("subject", limitSubjects),
          required: true,
        },
        {
          as: "select",
          name: "kindCode",
          label: t("kind"),
          choices: kinds.map(({ code, name }) => ({ value: code, label: name })),
          placeholder: t("anyKind"),
        },
        {
          as: "select",
          name: "urgency",
          label: t("urgency"),
          choices: choices("urgency", ["normal", "urgent", "emergency"]),
          placeholder: t("anyUrgency"),
        },
        {
          as: "bases",
          name: "legalBasis",
          label: t("onlyCiting"),
          hint: t("onlyCitingHint"),
          documents,
          single: true,
        },
        { as: "check", name: "specialisedOnly", label: t("specialised") },
        {
          as: "select",
          name: "requesterLevel",
          label: t("requesterLevel"),
          choices: choices("level", ["ministry", "province", "commune"]),
          placeholder: t("anyRequester"),
        },
        { as: "organisation", name: "requesterOrgId", label: t("requester"), hint: t("requesterHint") },
        ...fields,
        { as: "day", name: "validTo", label: t("validTo"), hint: t("validToHint") },
      ]}
      aside={(typed: FieldValues) => <LimitPreview of={typed} typed={typed} />}
      submit={t("create")}
      onDone={({ policyId }) => {
        toast(t("created"));
        router.push(paths.adminDeadline(policyId));
      }}
    />
  );
}
