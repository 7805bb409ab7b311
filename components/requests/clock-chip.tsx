"use client";

import { useTranslations } from "next-intl";
import { TimeLeft, type TimeLeftProps } from "@/components/ui/time-left";
import type { ClockReading } from "@/lib/requests/rules";

/** How the answer's clock stands: time left, or why there is none. */
export function ClockChip({
  clock,
  ...look
}: { clock: ClockReading } & Pick<TimeLeftProps, "rule" | "size" | "brief">) {
  return "dueAt" in clock ? <TimeLeft {...clock} {...look} /> : <NoClock why={clock.state} />;
}

/** Apart: a list of fifty clocks asks for no words. */
function NoClock({ why }: { why: "unsent" | "waived" }) {
  const t = useTranslations("requests.clock");
  return <span className="t12 dim">{t(why)}</span>;
}
