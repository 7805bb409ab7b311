import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { TakeBackButton } from "./take-back-button";
import { WithdrawalActs } from "./withdrawal-acts";

const titles = {
  withdrawn: "wasAgreed",
  declined: "wasDeclined",
  taken_back: "wasTakenBack",
} as const;

/** That somebody of the unit proposes to withdraw: for whoever commands it to decide, for the others what became of it. */
export async function WithdrawalNote({ request }: { request: PoliceRequest }) {
  const { offers } = request;
  const { proposal } = request.withdrawal;
  if (!proposal) return null;
  const t = await getTranslations("requests.withdrawal");
  const isOpen = proposal.decision === null;
  return (
    <Note
      tone={isOpen ? "amber" : "grey"}
      title={t(proposal.decision === null ? "proposed" : titles[proposal.decision])}
      announce={isOpen}
      action={
        <>
          {isOpen && offers.includes("withdraw") ? (
            <WithdrawalActs request={factsOf(request)} proposalId={proposal.id} />
          ) : null}
          {request.withdrawal.mayTakeBack ? (
            <TakeBackButton
              request={{ id: request.id, version: request.version }}
              proposal={{ what: "withdrawal", id: proposal.id }}
            />
          ) : null}
        </>
      }
    >
      <span className="t12 dim">
        {proposal.by} · <Timestamp at={proposal.at} />
      </span>
      <p className="prose">{proposal.reason}</p>
      {isOpen ? (
        <p className="t12">{t("inForce")}</p>
      ) : (
        <p className="prose">
          <b className="fw6">{proposal.decidedBy}</b>{" "}
          <span className="t12 dim">{proposal.decidedAt ? <Timestamp at={proposal.decidedAt} /> : null}</span>
          {"\n"}
          {proposal.answer}
        </p>
      )}
    </Note>
  );
}

/** No more of the request than the dialog says goes to the browser. */
const factsOf = ({ id, version, code, kindCode, addressee, heldAmount }: PoliceRequest) => ({
  id,
  version,
  code,
  kindCode,
  addressee,
  heldAmount,
});
