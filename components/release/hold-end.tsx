"use client";

import { useTranslations } from "next-intl";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";

/** Until when money is held: the moment with the time left, or that only a decision ends it. */
export function HoldEnd({ untilAt, spanMinutes }: { untilAt: string | null; spanMinutes: number }) {
  const t = useTranslations("release");
  if (!untilAt) return <span className="mut">{t("noEnd")}</span>;
  return (
    <>
      <TimeLeft dueAt={untilAt} state="running" spanMinutes={spanMinutes} brief />
      <span className="sub">
        <Timestamp at={untilAt} />
      </span>
    </>
  );
}
