"use client";

import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { agreeToWithdrawAction, declineToWithdrawAction } from "@/lib/requests/withdrawal/actions";
import type { PoliceRequestRow } from "@/lib/requests/police/types";
import { ProposalActs } from "./proposal-acts";

/**
 * A commander's word on a proposed withdrawal. Agreeing takes a signed order out of force, so the dialog says which, whose and what follows.
 * Needs the words of `requests` and `kinds`.
 */
export function WithdrawalActs({
  request,
  proposalId,
  small,
}: {
  request: Pick<PoliceRequestRow, "id" | "version" | "code" | "kindCode" | "addressee" | "heldAmount">;
  proposalId: string;
  /** In a line of a list. */
  small?: boolean;
}) {
  const t = useTranslations("requests.withdrawal");
  const kind = useTranslations("kinds");
  const holds = request.heldAmount !== "0";
  return (
    <ProposalActs
      request={request}
      words={{
        agree: t("agree"),
        agreeSend: t("agreeSend"),
        agreed: t("agreed"),
        decline: t("decline"),
        declineText: t("declineText"),
        declineReason: t("declineReason"),
        declined: t("declined"),
      }}
      title={t("agreeTitle", { code: request.code })}
      lead={t("agreeText")}
      looks={["danger", "danger-solid"]}
      small={small}
      agree={(step) => agreeToWithdrawAction({ ...step, proposalId })}
      decline={(typed) => declineToWithdrawAction({ ...typed, proposalId })}
    >
      <DefinitionList
        pairs={[
          { name: t("order"), value: kind(request.kindCode as "ACCOUNT_SUSPEND") },
          { name: t("addressee"), value: request.addressee },
          { name: t("held"), value: holds ? <Money value={request.heldAmount} strong /> : null },
        ]}
      />
      <p className="t13">{t(holds ? "heldFollows" : "follows")}</p>
    </ProposalActs>
  );
}
