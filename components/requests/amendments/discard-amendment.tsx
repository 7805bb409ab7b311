"use client";

import { useTranslations } from "next-intl";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Conflict } from "@/components/forms/conflict";
import { discardAmendmentAction } from "@/lib/requests/amendments/actions";

/** Drops an amendment that was not handed in. */
export function DiscardAmendment({
  requestId,
  amendmentId,
  version,
}: {
  requestId: string;
  amendmentId: string;
  version: number;
}) {
  const t = useTranslations("amendment");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const input = { key, requestId, amendmentId, amendmentVersion: version };
  return (
    <>
      <Button
        size="sm"
        look="ghost"
        pending={act.pending}
        onClick={() => void act.send(() => discardAmendmentAction(input), t("discarded"))}
      >
        {t("discard")}
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
