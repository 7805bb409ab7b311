"use client";

import { Zap } from "@/components/icons/zap";
import { useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { ClockChip } from "@/components/requests/clock-chip";
import { AmountCell } from "@/components/requests/row-cells";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Timestamp } from "@/components/ui/timestamp";
import { useServerNow } from "@/components/ui/server-clock";
import { timeLeft } from "@/lib/deadlines/clock";
import { queueAddress } from "@/lib/requests/queue/address";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { urgencyTones } from "@/components/requests/urgency-tones";
import type { QueueFilter } from "@/lib/requests/queue/filter";
import type { QueueRow } from "@/lib/requests/queue/types";
import { UnreadMark } from "@/components/requests/thread/unread-mark";
import type { Selection } from "@/components/ui/row-selection";
import { ClaimButton } from "./claim-button";

const column = columnsOf<QueueRow>();
/** Family name first: the given name is the last word, and it is how colleagues call each other. */
const givenName = (fullName: string) => fullName.split(" ").at(-1) ?? fullName;

/** What waits for an answer, by time left: time, what and who asks, first target, amount, who has it. */
export function QueueTable({
  rows,
  filter,
  openId,
  mayClaim,
  empty,
  selection,
}: {
  rows: readonly QueueRow[];
  filter: QueueFilter;
  openId?: string;
  mayClaim: boolean;
  empty: ReactNode;
  selection?: Selection<QueueRow>;
}) {
  const t = useTranslations("queue");
  const kinds = useTranslations("kinds");
  const outcome = useTranslations("requests.status");
  const now = useServerNow();
  const answered = filter.tab === "answered";
  const hasAmounts = rows.some((row) => (answered ? row.heldAmount : row.disputedAmount) !== null);
  // words: kinds.*
  // words: requests.status.*
  const columns = useMemo(
    () => [
      column.display({
        id: "time",
        header: () => (answered ? t("column.answered") : t("column.left")),
        meta: { className: "lq-time", phone: "lead", sort: undefined },
        cell: ({ row: { original: row } }) => <ClockChip brief clock={row.clock} />,
      }),
      column.display({
        id: "request",
        header: () => t("column.request"),
        meta: { isRowHeader: true, phone: "title" },
        cell: ({ row: { original: row } }) => (
          <>
            {row.urgency === "normal" ? null : (
              <Zap
                className={`i i-14 c-${urgencyTones[row.urgency]} lq-zap`}
                aria-label={t(`urgency.${row.urgency}`)}
                role="img"
              />
            )}
            <RowLink href={queueAddress(filter, { open: row.id })}>
              {kinds(row.kindCode as "ACCOUNT_SUSPEND")}
            </RowLink>
            {row.doubt ? (
              <span className="lq-doubt">
                <DoubtBadge doubt={row.doubt} />
              </span>
            ) : null}
            {row.unopened && !answered ? (
              <span className="dot-new" role="img" aria-label={t("unopened")} />
            ) : null}{" "}
            {row.unread > 0 ? (
              <UnreadMark count={row.unread} words={t("unreadMessages", { count: row.unread })} />
            ) : null}
            <span className="sub" title={row.code}>
              {row.unit} · <span className="num">{row.code.split("-").at(-1)}</span>
            </span>
          </>
        ),
      }),
      column.display({
        id: "target",
        header: () => t("column.target"),
        meta: { className: "lq-target", phone: "line" },
        cell: ({ row: { original: row } }) => (
          <>
            <Identifier value={row.targetLabel} />{" "}
            {row.answeredCount > 0 && row.answeredCount < row.itemCount ? (
              <span
                className="count"
                title={t("answeredOf", { answered: row.answeredCount, count: row.itemCount })}
              >
                {row.answeredCount}/{row.itemCount}
              </span>
            ) : row.itemCount > 1 ? (
              <span className="count" title={t("more", { count: row.itemCount - 1 })}>
                +{row.itemCount - 1}
              </span>
            ) : null}
            <span className="sub">{row.targetName}</span>
          </>
        ),
      }),
      // A telecom is asked about no money: no column says so in every line.
      ...(hasAmounts
        ? [
            column.display({
              id: "amount",
              header: () => (answered ? t("column.held") : t("column.amount")),
              meta: { align: "right", className: "lq-amount", phone: "figure" },
              cell: ({ row: { original: row } }) =>
                answered ? (
                  <AmountCell value={row.heldAmount} none={t("nothingHeld")} />
                ) : (
                  <AmountCell value={row.disputedAmount} none={t("noAmount")} />
                ),
            }),
          ]
        : []),
      column.display({
        id: "who",
        header: () => (answered ? t("column.status") : t("column.who")),
        meta: { className: "lq-who", phone: "aside" },
        cell: ({ row: { original: row } }) =>
          answered ? (
            <>
              {outcome(row.status as "ANSWERED")}
              {row.answeredAt ? (
                <span className="sub">
                  <Timestamp at={row.answeredAt} part="time" />
                </span>
              ) : null}
            </>
          ) : (
            <Who row={row} mayClaim={mayClaim} />
          ),
      }),
    ],
    [t, kinds, outcome, filter, answered, hasAmounts, mayClaim],
  );
  const mark = ({ clock }: QueueRow) => {
    if (answered || !("dueAt" in clock)) return undefined;
    const { dueAt, state, spanMinutes, pausedAt } = clock;
    const due = new Date(dueAt);
    const left = timeLeft(
      {
        state,
        dueAt: due,
        startAt: new Date(due.getTime() - spanMinutes * 60_000),
        pausedAt: pausedAt ? new Date(pausedAt) : null,
      },
      now,
    );
    return left.state === "late" || left.state === "soon" ? left.state : undefined;
  };
  return (
    <DataTable
      caption={t(answered ? "captionAnswered" : "caption")}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowMark={mark}
      selectedId={openId}
      selection={selection}
      empty={empty}
      twoLines
      className="lq-table"
    />
  );
}

function Who({ row, mayClaim }: { row: QueueRow; mayClaim: boolean }) {
  const t = useTranslations("queue");
  if (row.answering && !row.answering.mine)
    return (
      <span className="c-amber fw5" title={row.answering.name}>
        {t("isAnswering", { who: givenName(row.answering.name) })}
      </span>
    );
  if (row.assignee)
    return row.assignee.mine ? (
      <span className="fw5">{t("you")}</span>
    ) : (
      <span title={row.assignee.name}>{givenName(row.assignee.name)}</span>
    );
  return mayClaim ? <ClaimButton request={row} /> : null;
}
