"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { durationOf } from "@/components/ui/duration-words";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { previewLimitAction, previewLimitEffectAction } from "@/lib/reference/actions";
import type { LimitEffect } from "@/lib/reference/types";

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
  const fieldWords = useFieldWords();
  const [shown, setShown] = useState<{ of: string; effect: LimitEffect | null; why?: string } | null>(null);
  const typed = JSON.stringify(asked);
  const look = async () => {
    setPending(true);
    const result = await previewLimitEffectAction(asked).catch(() => null);
    setPending(false);
    setShown(
      result?.ok
        ? { of: typed, effect: result.data }
        : { of: typed, effect: null, why: result?.fields?.value },
    );
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
          <p className="t13 mut">{told.why ? fieldWords({ message: told.why }) : t("failed")}</p>
        ) : !seen ? (
          <p className="t13 mut">
            {told.effect.isOvertaken
              ? t("narrower", { days: told.effect.days })
              : t("few", { days: told.effect.days, fewest: told.effect.fewest })}
          </p>
        ) : (
          <DefinitionList
            pairs={[
              { name: t("leftOut"), value: told.effect.isOvertaken ? t("someNarrower") : null },
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

/** What the limit that is typed would mean: the end of one that begins, and what past requests would have come to. */
export function LimitPreview({ of, typed }: { of: FieldValues; typed: FieldValues }) {
  const { unit, value, validFrom } = typed;
  return (
    <div className="stack-2">
      <DuePreview subject={of.subject} unit={unit} value={value} validFrom={validFrom} />
      <EffectPreview asked={{ ...combinationOf(of), unit, value }} />
    </div>
  );
}
