"use client";

import { useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import type { HoldRow } from "@/lib/release/types";

const tones: Partial<Record<HoldRow["ends"], string>> = {
  overdue: "c-red fw6",
  today: "c-red fw6",
  tomorrow: "c-amber fw6",
  soon: "c-amber",
};

/** Until when money is held: the moment with the time left and, where it is near, the day in words; or that only a decision ends it. */
export function HoldEnd({
  untilAt,
  spanMinutes,
  ends,
}: {
  untilAt: string | null;
  spanMinutes: number;
  ends?: HoldRow["ends"];
}) {
  const t = useTranslations("release");
  if (!untilAt) return <span className="mut">{t("noEnd")}</span>;
  const tone = ends && tones[ends];
  return (
    <>
      <TimeLeft dueAt={untilAt} state="running" spanMinutes={spanMinutes} brief />
      {tone ? <span className={`block t12 ${tone}`}>{t(`ends.${ends as "today"}`)}</span> : null}
      <span className="sub">
        <Timestamp at={untilAt} />
      </span>
    </>
  );
}
