"use client";

import { useTranslations } from "next-intl";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { takeBackWaiverAction } from "@/lib/requests/deadline/actions";
import { takeBackWithdrawalAction } from "@/lib/requests/withdrawal/actions";
import { useRequestAct } from "./use-request-act";

type Proposal = { what: "withdrawal" | "waiver"; id: string };

/** Takes one's own proposal back while nobody has decided. One press: the order is as it was, and one may propose anew. */
export function TakeBackButton({
  request,
  proposal: { what, id },
}: {
  request: { id: string; version: number };
  proposal: Proposal;
}) {
  const t = useTranslations("requests.takeBack");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const input = { key, requestId: request.id, version: request.version };
  const send = () =>
    what === "withdrawal"
      ? takeBackWithdrawalAction({ ...input, proposalId: id })
      : takeBackWaiverAction({ ...input, waiverId: id });
  return (
    <span className="row wrap g4">
      <Button pending={act.pending} onClick={() => void act.send(send, t("done"))}>
        {t("act")}
      </Button>
      <FormProblem problem={act.problem} />
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </span>
  );
}
