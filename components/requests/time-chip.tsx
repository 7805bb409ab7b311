"use client";

import { useTranslations } from "next-intl";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { ClockChip } from "./clock-chip";

const ruleUnits = ["minutes", "hours", "working-hours", "working-days", "calendar-days", "months"] as const;

/** The answer's clock of one request with the rule that made it. */
export function TimeChip({ request: { clock, rule } }: { request: Pick<ReceivedRequest, "clock" | "rule"> }) {
  const t = useTranslations("queue.rule");
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
  return <ClockChip clock={clock} rule={told} />;
}
