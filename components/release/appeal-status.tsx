"use client";

import { CircleCheck } from "@/components/icons/circle-check";
import { CircleX } from "@/components/icons/circle-x";
import { FileSearch } from "@/components/icons/file-search";
import { Inbox } from "@/components/icons/inbox";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import { TimeLeft } from "@/components/ui/time-left";
import type { AppealStatus } from "@/lib/generated/prisma/enums";
import type { AppealRow } from "@/lib/release/types";

const looks: Record<AppealStatus, StatusLook> = {
  RECEIVED: { tone: "amber", icon: Inbox },
  REVIEWING: { tone: "blue", icon: FileSearch },
  UPHELD: { tone: "green", icon: CircleCheck },
  REJECTED: { tone: "red", icon: CircleX },
  WITHDRAWN: { tone: "grey", icon: Undo2 },
};

/** The state of an appeal: colour, icon and word together. Needs the words of `appeals`. */
export function AppealStatusBadge({ status }: { status: AppealStatus }) {
  const t = useTranslations("appeals.status");
  return <StatusBadge look={looks[status]} word={t(status)} />;
}

/** Its clock: running, or how it ended. */
export function AppealClock({
  appeal,
  rule,
}: {
  appeal: Pick<AppealRow, "status" | "dueAt" | "spanMinutes" | "endedAt">;
  rule?: { text: string; basis?: string };
}) {
  const state = !appeal.endedAt
    ? "running"
    : appeal.status === "WITHDRAWN"
      ? "cancelled"
      : appeal.endedAt <= appeal.dueAt
        ? "met"
        : "missed";
  return (
    <TimeLeft
      dueAt={appeal.dueAt}
      spanMinutes={appeal.spanMinutes}
      state={state}
      finishedAt={appeal.endedAt}
      rule={rule}
    />
  );
}
