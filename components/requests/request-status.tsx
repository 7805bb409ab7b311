"use client";

import { Ban } from "@/components/icons/ban";
import { CircleCheck } from "@/components/icons/circle-check";
import { CircleDashed } from "@/components/icons/circle-dashed";
import { CircleHelp } from "@/components/icons/circle-help";
import { CircleX } from "@/components/icons/circle-x";
import { FileText } from "@/components/icons/file-text";
import { Hourglass } from "@/components/icons/hourglass";
import { Inbox } from "@/components/icons/inbox";
import { PenLine } from "@/components/icons/pen-line";
import { Play } from "@/components/icons/play";
import { Send } from "@/components/icons/send";
import { TimerOff } from "@/components/icons/timer-off";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import type { RequestStatus } from "@/lib/generated/prisma/enums";

const looks: Record<RequestStatus, StatusLook> = {
  DRAFT: { tone: "grey", icon: FileText },
  PENDING_SIGNATURE: { tone: "blue", icon: PenLine },
  SENT: { tone: "amber", icon: Send },
  ACKNOWLEDGED: { tone: "grey", icon: Inbox },
  IN_PROGRESS: { tone: "grey", icon: Play },
  CLARIFICATION_NEEDED: { tone: "amber", icon: CircleHelp },
  PARTLY_ANSWERED: { tone: "grey", icon: CircleDashed },
  ANSWERED: { tone: "green", icon: Hourglass },
  ACCEPTED: { tone: "green", icon: CircleCheck },
  NOT_EXECUTED: { tone: "red", icon: CircleX },
  WITHDRAWN: { tone: "grey", icon: Undo2 },
  EXPIRED: { tone: "grey", icon: TimerOff },
  DISCARDED: { tone: "grey", icon: Ban },
};

/** The state of a request: colour, icon and word together. Needs the words of `requests`. */
export function RequestStatusBadge({ status }: { status: RequestStatus }) {
  const t = useTranslations("requests.status");
  return <StatusBadge look={looks[status]} word={t(status)} />;
}
