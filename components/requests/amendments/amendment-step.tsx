"use client";

import { useTranslations } from "next-intl";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Conflict } from "@/components/forms/conflict";
import { discardAmendmentAction, recallAmendmentAction } from "@/lib/requests/amendments/actions";

const acts = {
  discard: { send: discardAmendmentAction, done: "discarded" },
  recall: { send: recallAmendmentAction, done: "recalled" },
} as const;

/** Drops an amendment that was not handed in, or takes one back that waits for the signer. */
export function AmendmentStep({
  act: name,
  requestId,
  amendmentId,
  version,
}: {
  act: keyof typeof acts;
  requestId: string;
  amendmentId: string;
  version: number;
}) {
  const t = useTranslations("amendment");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const { send, done } = acts[name];
  const input = { key, requestId, amendmentId, amendmentVersion: version };
  return (
    <>
      <Button
        size="sm"
        look="ghost"
        pending={act.pending}
        onClick={() => void act.send(() => send(input), t(done))}
      >
        {t(name)}
      </Button>
      {act.problem ? (
        <span className="t12 c-red" role="alert">
          {act.problem}
        </span>
      ) : null}
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </>
  );
}
