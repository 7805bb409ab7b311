"use client";

import { CalendarClock } from "@/components/icons/calendar-clock";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useFormKey } from "@/components/forms/use-form-key";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { endPromiseAction } from "@/lib/ladder/actions";
import type { WorkPromise } from "@/lib/ladder/types";

const PromiseDialog = lazy(() =>
  import("./promise-dialog").then((module) => ({ default: module.PromiseDialog })),
);

/** "Hẹn xử lý": when a colleague means to be done with it, and the way to say so oneself. Nothing for who neither may nor is told. */
export function PromiseLine({
  requestId,
  dueAt,
  work,
}: {
  requestId: string;
  dueAt: string | null;
  work: WorkPromise;
}) {
  const t = useTranslations("promise");
  const [open, setOpen] = useState(false);
  const { key, renew } = useFormKey();
  const { send, pending, problem } = useRequestAct(renew);
  const { promise, mayPromise } = work;
  if (!promise && !mayPromise) return null;
  const set = mayPromise ? (
    <Button icon={<CalendarClock className="i" aria-hidden />} onClick={() => setOpen(true)}>
      {t(promise ? "change" : "set")}
    </Button>
  ) : null;
  return (
    <div className="sect stack-1">
      {promise ? (
        <Note
          tone="blue"
          title={t.rich("until", { at: () => <Timestamp at={promise.promisedAt} /> })}
          action={
            mayPromise ? (
              <span className="row wrap">
                {set}
                <Button
                  pending={pending}
                  onClick={() => void send(() => endPromiseAction({ key, requestId }), t("ended"))}
                >
                  {t("end")}
                </Button>
              </span>
            ) : undefined
          }
        >
          {[promise.by, promise.note, promise.lateReason && t("why", { reason: promise.lateReason })]
            .filter(Boolean)
            .join(" · ")}
        </Note>
      ) : (
        <div className="row">{set}</div>
      )}
      {problem ? (
        <Note tone="amber" announce>
          {problem}
        </Note>
      ) : null}
      {open ? (
        <Suspense>
          <PromiseDialog requestId={requestId} dueAt={dueAt} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
