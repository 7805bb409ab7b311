"use client";

import { BellRing } from "@/components/icons/bell-ring";
import { Check } from "@/components/icons/check";
import { useTranslations } from "next-intl";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { acknowledgeEscalationAction, urgeEscalationAction } from "@/lib/ladder/actions";
import type { EscalationRow } from "@/lib/ladder/types";

/** What may be done about something that climbed: take note of it, urge whoever owes it. */
export function EscalationActs({ row }: { row: EscalationRow }) {
  const t = useTranslations("ladder.act");
  const { key, renew } = useFormKey();
  const { send, pending, problem, fields, conflict, dropConflict } = useRequestAct(renew);
  const why =
    fields.escalation === "ladder.tooSoon"
      ? t("tooSoon")
      : fields.escalation === "ladder.ended"
        ? t("ended")
        : problem;
  if (row.endedAt !== null) return null;
  return (
    <div className="stack-1">
      <div className="row wrap">
        {row.acknowledgedAt === null ? (
          <Button
            pending={pending}
            icon={<Check className="i" aria-hidden />}
            onClick={() =>
              void send(() => acknowledgeEscalationAction({ key, escalationId: row.id }), t("acknowledged"))
            }
          >
            {t("acknowledge")}
          </Button>
        ) : null}
        {row.mayUrge ? (
          <Button
            pending={pending}
            icon={<BellRing className="i" aria-hidden />}
            onClick={() => void send(() => urgeEscalationAction({ key, escalationId: row.id }), t("urged"))}
          >
            {t("urge")}
          </Button>
        ) : null}
      </div>
      <Conflict by={conflict} onClose={dropConflict} />
      {why ? (
        <Note tone="amber" announce>
          {why}
        </Note>
      ) : null}
    </div>
  );
}
