"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { durationOf } from "@/components/ui/duration-words";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { useToast } from "@/components/ui/toast";
import {
  createLimitAction,
  openLimitPeriodAction,
  previewLimitAction,
  previewLimitEffectAction,
} from "@/lib/reference/actions";
import { limitSubjects, limitUnits } from "@/lib/reference/limits";
import { limitPeriodInput, newLimitInput } from "@/lib/reference/schema";
import type { DocumentChoice, LimitEffect, LimitRow } from "@/lib/reference/types";
import { paths } from "@/lib/paths";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { type FormField, typedDay } from "./form-field";

const afterTypingMs = 300;

/** When the limit that is being typed would end if it began on its first day, as the portal's own clock counts it. */
function DuePreview({
  subject,
  unit,
  value,
  validFrom,
}: Record<"subject" | "unit" | "value" | "validFrom", unknown>) {
  const t = useTranslations("admin.limit");
  const [shown, setShown] = useState<{ start: string; due: string | null } | null>(null);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const result = await previewLimitAction({ subject, unit, value, validFrom }).catch(() => null);
      if (current) setShown(result?.ok ? result.data : null);
    };
    const timer = setTimeout(() => void look(), afterTypingMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [subject, unit, value, validFrom]);
  const { start, due } = shown ?? {};
  return (
    <Note tone="blue">
      {start && due
        ? t.rich("preview", { start: () => <Timestamp at={start} />, due: () => <Timestamp at={due} /> })
        : t("noPreview")}
    </Note>
  );
}

/** What a limit is for, of what is typed: a form says nothing by an empty text. */
const combinationOf = (typed: FieldValues) => ({
  subject: typed.subject,
  kindCode: typed.kindCode ?? "",
  urgency: typed.urgency ?? "",
  legalBasis: typed.legalBasis ?? "",
  specialisedOnly: Boolean(typed.specialisedOnly),
  requesterOrgId: typed.requesterOrgId ?? "",
  requesterLevel: typed.requesterLevel ?? "",
});

/** What the limit that is typed would have meant for the requests of the last months: asked for by a press, since it reads many. */
function EffectPreview({ asked }: { asked: Record<string, unknown> }) {
  const t = useTranslations("admin.limit.effect");
  const d = useTranslations("format.duration");
  const [pending, setPending] = useState(false);
  const [shown, setShown] = useState<{ of: string; effect: LimitEffect | null } | null>(null);
  const typed = JSON.stringify(asked);
  const look = async () => {
    setPending(true);
    const result = await previewLimitEffectAction(asked).catch(() => null);
    setPending(false);
    setShown({ of: typed, effect: result?.ok ? result.data : null });
  };
  const told = shown?.of === typed ? shown : null;
  const words = (minutes: number) => {
    const { unit, ...values } = durationOf(minutes);
    return d(unit, values);
  };
  const seen = told?.effect?.told;
  return (
    <div className="stack-2">
      <div className="row">
        <Button pending={pending} onClick={() => void look()}>
          {t("look")}
        </Button>
      </div>
      <div aria-live="polite">
        {!told ? null : !told.effect ? (
          <p className="t13 mut">{t("failed")}</p>
        ) : !seen ? (
          <p className="t13 mut">{t("few", { days: told.effect.days, fewest: told.effect.fewest })}</p>
        ) : (
          <DefinitionList
            pairs={[
              {
                name: t("count", { days: told.effect.days }),
                value: t("number", { value: seen.count }),
              },
              { name: t("before"), value: t("share", { part: seen.before, whole: seen.count }) },
              { name: t("after"), value: <b>{t("share", { part: seen.after, whole: seen.count })}</b> },
              { name: t("median"), value: words(seen.median) },
              { name: t("p90"), value: words(seen.p90) },
              { name: t("longest"), value: words(seen.longest) },
            ]}
          />
        )}
      </div>
    </div>
  );
}

function useLimitFields(isAnswer: boolean): FormField[] {
  const t = useTranslations("admin.limit");
  const choices = useChoices();
  return [
    { as: "number", name: "value", label: t("value"), required: true },
    { as: "select", name: "unit", label: t("unit"), choices: choices("unit", limitUnits), required: true },
    ...(isAnswer
      ? [
          {
            as: "number",
            name: "mostExtension",
            label: t("mostExtension"),
            hint: t("mostExtensionHint"),
          } as const,
        ]
      : []),
    { as: "day", name: "validFrom", label: t("validFrom"), hint: t("validFromHint"), required: true },
    { as: "text", name: "source", label: t("source"), hint: t("sourceHint"), required: true },
    { as: "area", name: "note", label: t("note"), rows: 2 },
  ];
}

/** A new figure for a limit from a day on. */
export function LimitPeriodForm({ limit, from }: { limit: LimitRow; from: string }) {
  const t = useTranslations("admin.limit");
  const fields = useLimitFields(limit.subject === "ANSWER");
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
      aside={(typed: FieldValues) => (
        <div className="stack-2">
          <DuePreview
            subject={limit.subject}
            unit={typed.unit}
            value={typed.value}
            validFrom={typed.validFrom}
          />
          <EffectPreview asked={{ ...combinationOf(limit), unit: typed.unit, value: typed.value }} />
        </div>
      )}
      submit={t("submit")}
      onDone={({ policyId }) => {
        toast(t("done"));
        router.push(paths.adminDeadline(policyId));
      }}
    />
  );
}

/** A limit for a combination that has none yet. */
export function NewLimitForm({
  kinds,
  documents,
  today,
}: {
  kinds: { code: string; name: string }[];
  documents: readonly DocumentChoice[];
  today: string;
}) {
  const t = useTranslations("admin.limit");
  const choices = useChoices();
  const fields = useLimitFields(true);
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
        validFrom: typedDay(today),
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
        { as: "bases", name: "legalBasis", label: t("basis"), documents, single: true },
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
      aside={(typed: FieldValues) => (
        <div className="stack-2">
          <DuePreview
            subject={typed.subject}
            unit={typed.unit}
            value={typed.value}
            validFrom={typed.validFrom}
          />
          <EffectPreview asked={{ ...combinationOf(typed), unit: typed.unit, value: typed.value }} />
        </div>
      )}
      submit={t("create")}
      onDone={({ policyId }) => {
        toast(t("created"));
        router.push(paths.adminDeadline(policyId));
      }}
    />
  );
}
