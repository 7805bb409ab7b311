"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { agreeToWithdrawAction, declineToWithdrawAction } from "@/lib/requests/withdrawal/actions";
import { ReasonDialog } from "./reason-dialog";
import { useRequestAct } from "./use-request-act";

/** A commander's word on a proposed withdrawal: agreed in one press, or declined with a reason. Needs the words of `requests`. */
export function WithdrawalActs({
  request,
  proposalId,
  small = false,
}: {
  request: { id: string; version: number; code: string };
  proposalId: string;
  /** In a line of a list. */
  small?: boolean;
}) {
  const t = useTranslations("requests.withdrawal");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const [declining, setDeclining] = useState(false);
  const input = { key, requestId: request.id, version: request.version, proposalId };
  const size = small ? "sm" : undefined;
  return (
    <span className={small ? "row g1" : "row wrap g1"}>
      <Button
        size={size}
        look="danger"
        pending={act.pending}
        aria-label={small ? `${t("agree")} ${request.code}` : undefined}
        onClick={() => void act.send(() => agreeToWithdrawAction(input), t("agreed"))}
      >
        {t("agree")}
      </Button>
      <Button
        size={size}
        aria-label={small ? `${t("decline")} ${request.code}` : undefined}
        onClick={() => setDeclining(true)}
      >
        {t("decline")}
      </Button>
      {act.problem ? (
        <Note tone="red" announce>
          {act.problem}
        </Note>
      ) : null}
      <Conflict by={act.conflict} onClose={act.dropConflict} />
      <ReasonDialog
        requestId={request.id}
        version={request.version}
        open={declining}
        onClose={() => setDeclining(false)}
        title={t("decline")}
        text={t("declineText")}
        label={t("declineReason")}
        send={(typed) => declineToWithdrawAction({ ...(typed as object), proposalId })}
        done={t("declined")}
      />
    </span>
  );
}
