"use client";

import {
  Archive,
  ArrowRightLeft,
  CirclePause,
  CircleX,
  FileSearch,
  Gavel,
  Inbox,
  ListChecks,
  RotateCcw,
  Scale,
  TimerReset,
} from "lucide-react";
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
