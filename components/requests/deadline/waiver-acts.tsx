"use client";

import { useTranslations } from "next-intl";
import { agreeToWaiverAction, declineWaiverAction } from "@/lib/requests/deadline/actions";
import { ProposalActs } from "../proposal-acts";

/** A commander's word on a proposed waiver. */
export function WaiverActs({
  request,
  waiverId,
}: {
  request: { id: string; version: number; code: string; addressee: string };
  waiverId: string;
}) {
  const t = useTranslations("deadline.waiver");
  const acts = useTranslations("requests.acts");
  return (
    <ProposalActs
      request={request}
      words={{
        agree: t("agree"),
        agreeSend: t("agreeSend"),
        agreed: t("agreed"),
        decline: t("decline"),
        declineText: t("declineText"),
        declineReason: acts("reason"),
        declined: t("declined"),
      }}
      title={t("agree")}
      lead={t("agreeText", { addressee: request.addressee })}
      agree={(step) => agreeToWaiverAction({ ...step, waiverId })}
      decline={(typed) => declineWaiverAction({ ...typed, waiverId })}
    />
  );
}
