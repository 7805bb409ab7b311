"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { Money } from "@/components/ui/money";
import { agreeToWithdrawAction, declineToWithdrawAction } from "@/lib/requests/withdrawal/actions";
import type { PoliceRequestRow } from "@/lib/requests/police/types";
import { ReasonDialog } from "./reason-dialog";
import { useRequestAct } from "./use-request-act";

/**
 * A commander's word on a proposed withdrawal. Agreeing takes a signed order out of force, so a dialog says which, whose and what follows
 * first; declining asks for a reason, and the two stand apart. Needs the words of `requests` and `kinds`.
 */
export function WithdrawalActs({
  request,
  proposalId,
  small = false,
}: {
  request: Pick<PoliceRequestRow, "id" | "version" | "code" | "kindCode" | "addressee" | "heldAmount">;
  proposalId: string;
  /** In a line of a list. */
  small?: boolean;
}) {
  const t = useTranslations("requests.withdrawal");
  const { key, renew } = useFormKey();
  const kind = useTranslations("kinds");
  const acts = useTranslations("requests.acts");
  const [open, setOpen] = useState<"agree" | "decline" | null>(null);
  const close = () => setOpen(null);
  const act = useRequestAct(() => {
    renew();
    close();
  });
  const input = { key, requestId: request.id, version: request.version, proposalId };
  const size = small ? "sm" : undefined;
  const holds = request.heldAmount !== "0";
  return (
    <span className={small ? "row g4" : "row wrap g4"}>
      <Button
        size={size}
        aria-label={small ? `${t("decline")} ${request.code}` : undefined}
        onClick={() => setOpen("decline")}
      >
        {t("decline")}
      </Button>
      <Button
        size={size}
        look="danger"
        aria-label={small ? `${t("agree")} ${request.code}` : undefined}
        onClick={() => setOpen("agree")}
      >
        {t("agree")}
      </Button>
      <Dialog
        open={open === "agree"}
        onClose={close}
        title={t("agreeTitle", { code: request.code })}
        lead={t("agreeText")}
        footer={
          <>
            <Button onClick={close}>{acts("cancel")}</Button>
            <Button
              look="danger-solid"
              pending={act.pending}
              onClick={() => void act.send(() => agreeToWithdrawAction(input), t("agreed"))}
            >
              {t("agreeSend")}
            </Button>
          </>
        }
      >
        <DefinitionList
          pairs={[
            { name: t("order"), value: kind(request.kindCode as "ACCOUNT_SUSPEND") },
            { name: t("addressee"), value: request.addressee },
            { name: t("held"), value: holds ? <Money value={request.heldAmount} strong /> : null },
          ]}
        />
        <p className="t13">{t(holds ? "heldFollows" : "follows")}</p>
        <FormProblem problem={act.problem} />
        <Conflict by={act.conflict} onClose={act.dropConflict} />
      </Dialog>
      <ReasonDialog
        requestId={request.id}
        version={request.version}
        open={open === "decline"}
        onClose={close}
        title={t("decline")}
        text={t("declineText")}
        label={t("declineReason")}
        send={(typed) => declineToWithdrawAction({ ...(typed as object), proposalId })}
        done={t("declined")}
      />
    </span>
  );
}
