"use client";

import { useVnd } from "@/components/ui/money";
import { CheckCheck } from "@/components/icons/check-check";
import { FileText } from "@/components/icons/file-text";
import { Megaphone } from "@/components/icons/megaphone";
import { Hourglass } from "@/components/icons/hourglass";
import { MessageCircleQuestionMark } from "@/components/icons/message-circle-question-mark";
import { Scale } from "@/components/icons/scale";
import { TimerOff } from "@/components/icons/timer-off";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { RecallButton } from "@/components/requests/recall-button";
import { WithdrawalActs } from "@/components/requests/withdrawal-acts";
import { DecisionGroup } from "./decision-group";
import { Group, Line, Waited } from "./waiting-group";
import { TimeLeft } from "@/components/ui/time-left";
import { paths } from "@/lib/paths";
import type { AppealRow } from "@/lib/release/types";
import type { AskedRow, Pile, ProposedRow } from "@/lib/requests/police/waiting";
import { ClockChip } from "@/components/requests/clock-chip";
import type { PoliceRequestRow } from "@/lib/requests/police/types";
import type { WaitingDecision } from "@/lib/restitution/waiting";

export type Waiting = {
  /** How many requests wait for this commander's signature; 0 for everybody else. */
  toSign: number;
  objected: Pile<PoliceRequestRow>;
  /** Withdrawals that are proposed to this commander. */
  proposed: Pile<ProposedRow>;
  /** Waivers of a time limit that are. */
  waivers: Pile<ProposedRow>;
  /** Decisions to give money back that this commander may approve. */
  toApprove: Pile<WaitingDecision>;
  appeals: Pile<AppealRow>;
  toAccept: Pile<PoliceRequestRow & { waitingSince: string }>;
  asked: Pile<AskedRow>;
  returned: Pile<PoliceRequestRow>;
  drafts: Pile<PoliceRequestRow>;
  /** What I handed in and the signer has not read yet. */
  handedIn: Pile<PoliceRequestRow & { waitingSince: string }>;
  decisionsHandedIn: Pile<WaitingDecision>;
};

/** What waits for me and for nobody else: signatures, objections and appeals first, answers to accept, questions, drafts. */
export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { vnd } = useVnd();
  const t = useTranslations("desk");
  const kind = useTranslations("kinds");
  const all = (view: string) => `${paths.requests}?view=${view}&mine=1`;
  const kindOf = (row: PoliceRequestRow) => kind(row.kindCode as "ACCOUNT_SUSPEND");
  const { toSign, toAccept, asked, returned, objected, appeals, proposed, waivers, toApprove } = waiting;
  const total =
    toSign +
    [toAccept, asked, returned, objected, appeals, proposed, waivers, toApprove].reduce(
      (sum, pile) => sum + pile.total,
      0,
    );
  return (
    <Card
      flush
      title={
        <>
          {t("waiting")} <span className="dim fw5 num">{total}</span>
        </>
      }
    >
      {total + waiting.drafts.total + waiting.handedIn.total + waiting.decisionsHandedIn.total === 0 ? (
        <div className="card-body stack-1 t13">
          <p className="fw6">{t("nothing")}</p>
          <p className="mut">{t("nothingHint")}</p>
        </div>
      ) : null}
      {toSign > 0 ? (
        <div className="dk-g">
          <Link className="dk-more" href={paths.signing}>
            {t("toSign", { count: toSign })}
          </Link>
        </div>
      ) : null}
      <Group
        title={t("objected")}
        icon={<Scale className="i i-14" aria-hidden />}
        pile={objected}
        more={paths.requests}
      >
        {objected.rows.map((row) => (
          <Line key={row.id} row={row} act={t("reply")}>
            {t("objectedTo", { kind: kindOf(row), org: row.addressee })}
          </Line>
        ))}
      </Group>
      <DecisionGroup title={t("toApprove")} pile={toApprove} act={t("decide")} />
      <Group
        title={t("proposed")}
        icon={<Undo2 className="i i-14" aria-hidden />}
        pile={proposed}
        more={`${paths.requests}?view=open`}
      >
        {proposed.rows.map((row) => (
          <Line
            key={row.proposalId}
            row={row}
            press={<WithdrawalActs small request={row} proposalId={row.proposalId} />}
          >
            {t("proposedBy", { by: row.by, kind: kindOf(row), org: row.addressee, reason: row.reason })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("waivers")}
        icon={<TimerOff className="i i-14" aria-hidden />}
        pile={waivers}
        more={`${paths.requests}?view=open`}
      >
        {waivers.rows.map((row) => (
          <Line key={row.proposalId} row={row} act={t("decide")}>
            {t("waiverBy", { by: row.by, kind: kindOf(row), org: row.addressee, reason: row.reason })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("appeals")}
        icon={<Megaphone className="i i-14" aria-hidden />}
        pile={appeals}
        more={paths.appeals}
      >
        {appeals.rows.map((row) => (
          <Line
            key={row.id}
            row={{ id: row.id, code: row.code, caseTitle: row.caseCode ?? "" }}
            act={t("look")}
            href={paths.appeal(row.id)}
            chip={<TimeLeft dueAt={row.dueAt} state="running" spanMinutes={row.spanMinutes} />}
          >
            {t("appealOf", { account: row.account, org: row.holder })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("toAccept")}
        icon={<CheckCheck className="i i-14" aria-hidden />}
        pile={waiting.toAccept}
        more={all("answered")}
      >
        {waiting.toAccept.rows.map((row) => (
          <Line key={row.id} row={row} act={t("look")} chip={<Waited since={row.waitingSince} />}>
            {row.status === "NOT_EXECUTED"
              ? t("refusedBy", { org: row.addressee, reason: row.statedReason ?? "" })
              : row.disputedAmount === "0"
                ? t("answered", { org: row.addressee, kind: kindOf(row) })
                : t("held", {
                    org: row.addressee,
                    held: vnd(row.heldAmount),
                    asked: vnd(row.disputedAmount),
                  })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("asked")}
        icon={<MessageCircleQuestionMark className="i i-14" aria-hidden />}
        pile={waiting.asked}
        more={all("open")}
      >
        {waiting.asked.rows.map((row) => (
          <Line key={row.id} row={row} act={t("reply")} chip={<ClockChip clock={row.clock} />}>
            {t("askedBy", { org: row.addressee, question: row.question })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("returned")}
        icon={<Undo2 className="i i-14" aria-hidden />}
        pile={waiting.returned}
        more={all("draft")}
      >
        {waiting.returned.rows.map((row) => (
          <Line key={row.id} row={row} act={t("mend")} href={paths.editRequest(row.id)}>
            {t("returnedFor", { kind: kindOf(row), org: row.addressee, reason: row.statedReason ?? "" })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("drafts")}
        icon={<FileText className="i i-14" aria-hidden />}
        pile={waiting.drafts}
        more={all("draft")}
      >
        {waiting.drafts.rows.map((row) => (
          <Line key={row.id} row={row} act={t("continue")} href={paths.editRequest(row.id)}>
            {t("draftOf", { kind: kindOf(row), org: row.addressee })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("handedIn")}
        icon={<Hourglass className="i i-14" aria-hidden />}
        pile={waiting.handedIn}
        more={all("signing")}
      >
        {waiting.handedIn.rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            press={<RecallButton small request={row} />}
            chip={<Waited since={row.waitingSince} />}
          >
            {t("draftOf", { kind: kindOf(row), org: row.addressee })}
          </Line>
        ))}
      </Group>
      <DecisionGroup title={t("decisionHandedIn")} pile={waiting.decisionsHandedIn} act={t("look")} />
    </Card>
  );
}
