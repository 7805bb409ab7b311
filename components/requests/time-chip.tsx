"use client";

import { useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time-left";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

const ruleUnits = ["minutes", "hours", "working-hours", "working-days", "calendar-days", "months"] as const;

/** The answer's clock of one request with the rule that made it; nothing before a clock has begun. */
export function TimeChip({
  request,
  size,
}: {
  request: Pick<ReceivedRequest, "dueAt" | "pausedAt" | "answeredAt" | "spanMinutes" | "rule" | "status">;
  size?: "md" | "lg";
}) {
  const t = useTranslations("queue.rule");
  const { dueAt, pausedAt, answeredAt, spanMinutes, rule, status } = request;
  if (!dueAt) return null;
  const unit = ruleUnits.find((known) => known === rule?.unit);
  const told =
    rule && unit
      ? {
          text: [t(unit, { value: rule.value }), rule.verify ? t("verify") : rule.note]
            .filter(Boolean)
            .join(" · "),
          basis: rule.basis ?? undefined,
        }
      : undefined;
  const state = answeredAt
    ? answeredAt <= dueAt
      ? "met"
      : "missed"
    : status === "WITHDRAWN"
      ? "cancelled"
      : pausedAt
        ? "paused"
        : "running";
  return (
    <TimeLeft
      dueAt={dueAt}
      state={state}
      pausedAt={pausedAt}
      finishedAt={answeredAt}
      spanMinutes={spanMinutes}
      rule={told}
      size={size}
    />
  );
}
