"use client";

import { useTranslations } from "next-intl";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { HistoryLine } from "@/lib/audit/types";

const tones: Partial<Record<string, TimelineEntry["tone"]>> = {
  "request.signed": "blue",
  "request.answered": "green",
  "request.accepted": "green",
  "request.refused": "red",
  "request.returned": "red",
  "request.sent_back": "red",
  "request.expired": "red",
  "request.withdrawn": "cash",
  "request.withdrawal_proposed": "cash",
  "case.opened": "blue",
};

/** What happened, as the record tells it; `withCode` names the request of each line. Needs the words of `events`, `outcomes`, `cases`. */
export function History({
  lines,
  label,
  withCode = false,
}: {
  lines: readonly HistoryLine[];
  label: string;
  withCode?: boolean;
}) {
  const t = useTranslations();
  const entries = lines.map((line): TimelineEntry => {
    const act = `events.${line.type}`;
    const { outcome, code, status } = line.changes;
    const details = [
      withCode && typeof code === "string" && line.type.startsWith("request.") ? code : null,
      typeof outcome === "string" && t.has(`outcomes.${outcome}` as "outcomes.HELD")
        ? t(`outcomes.${outcome}` as "outcomes.HELD")
        : null,
      line.type === "case.moved" && Array.isArray(status)
        ? t(`cases.status.${String(status[1])}` as "cases.status.RECEIVED")
        : null,
      line.reason,
    ].filter(Boolean);
    return {
      id: line.id,
      at: line.at,
      tone: tones[line.type],
      title: (
        <>
          <b>{line.actor ?? t("events.system")}</b>{" "}
          {t.has(act as "events.system") ? t(act as "events.system") : line.type}
        </>
      ),
      detail: [line.organisation, ...details].filter(Boolean).join(" · ") || undefined,
    };
  });
  return <Timeline entries={entries} label={label} />;
}
