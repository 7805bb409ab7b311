"use client";

import { AlarmClockPlus } from "@/components/icons/alarm-clock-plus";
import { TimerOff } from "@/components/icons/timer-off";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { OwnDeadlineStory } from "@/lib/requests/deadline/types";

const ExtendDialog = lazy(() =>
  import("./extend-dialog").then((module) => ({ default: module.ExtendDialog })),
);
const ProposeWaiverDialog = lazy(() =>
  import("./propose-waiver-dialog").then((module) => ({ default: module.ProposeWaiverDialog })),
);

/** What who asked may do about the answer's time limit: give more, propose to waive it. */
export function DeadlineActs({
  request,
  deadline: { due, latest, mayProposeWaiver },
}: {
  request: { id: string; version: number };
  deadline: Pick<OwnDeadlineStory, "due" | "latest" | "mayProposeWaiver">;
}) {
  const t = useTranslations("deadline");
  const [open, setOpen] = useState<"extend" | "waive" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {due && latest ? (
        <Button icon={<AlarmClockPlus className="i" aria-hidden />} onClick={() => setOpen("extend")}>
          {t("extend.open")}
        </Button>
      ) : null}
      {mayProposeWaiver ? (
        <Button icon={<TimerOff className="i" aria-hidden />} onClick={() => setOpen("waive")}>
          {t("waiver.propose")}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {open === "extend" && due && latest ? (
          <ExtendDialog request={request} due={due} latest={latest} onClose={close} />
        ) : null}
        {open === "waive" ? <ProposeWaiverDialog request={request} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
