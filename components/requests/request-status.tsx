"use client";

import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  FileText,
  Hourglass,
  Inbox,
  PenLine,
  Play,
  Send,
  TimerOff,
  Undo2,
} from "lucide-react";
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
