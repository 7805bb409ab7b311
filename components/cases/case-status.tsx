"use client";

import { Archive } from "@/components/icons/archive";
import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { CirclePause } from "@/components/icons/circle-pause";
import { CircleX } from "@/components/icons/circle-x";
import { FileSearch } from "@/components/icons/file-search";
import { Gavel } from "@/components/icons/gavel";
import { Inbox } from "@/components/icons/inbox";
import { ListChecks } from "@/components/icons/list-checks";
import { RotateCcw } from "@/components/icons/rotate-ccw";
import { Scale } from "@/components/icons/scale";
import { TimerReset } from "@/components/icons/timer-reset";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import type { CaseStatus } from "@/lib/generated/prisma/enums";

const looks: Record<CaseStatus, StatusLook> = {
  RECEIVED: { tone: "amber", icon: Inbox },
  CLASSIFYING: { tone: "amber", icon: ListChecks },
  VERIFYING: { tone: "blue", icon: FileSearch },
  EXTENDED: { tone: "blue", icon: TimerReset },
  INITIATED: { tone: "blue", icon: Gavel },
  INVESTIGATING: { tone: "blue", icon: FileSearch },
  PROSECUTION_PROPOSED: { tone: "green", icon: Scale },
  CLOSED: { tone: "grey", icon: Archive },
  NOT_INITIATED: { tone: "grey", icon: CircleX },
  SUSPENDED: { tone: "grey", icon: CirclePause },
  RESUMED: { tone: "blue", icon: RotateCcw },
  TRANSFERRED: { tone: "grey", icon: ArrowRightLeft },
};

/** The state of a case: colour, icon and word together. Needs the words of `cases`. */
export function CaseStatusBadge({ status }: { status: CaseStatus }) {
  const t = useTranslations("cases.status");
  return <StatusBadge look={looks[status]} word={t(status)} />;
}
