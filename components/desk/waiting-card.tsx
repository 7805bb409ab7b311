"use client";

import { useVnd } from "@/components/ui/money";
import { CheckCheck, Clock, FileText, MessageCircleQuestionMark, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Count } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { durationOf } from "@/components/ui/duration-words";
import { useServerNow } from "@/components/ui/server-clock";
import { TimeLeft } from "@/components/ui/time-left";
import { paths } from "@/lib/paths";
import type { AskedRow, Pile } from "@/lib/requests/police/waiting";
import type { PoliceRequestRow } from "@/lib/requests/police/types";

export type Waiting = {
  toAccept: Pile<PoliceRequestRow & { waitingSince: string }>;
  asked: Pile<AskedRow>;
  returned: Pile<PoliceRequestRow>;
  drafts: Pile<PoliceRequestRow>;
};

/** What waits for me and for nobody else: answers to accept, questions, returned drafts, drafts. */
export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { vnd } = useVnd();
  const t = useTranslations("desk");
  const kind = useTranslations("kinds");
  const kindOf = (row: PoliceRequestRow) => kind(row.kindCode as "ACCOUNT_SUSPEND");
  const total = waiting.toAccept.total + waiting.asked.total + waiting.returned.total;
  return (
    <Card
      flush
      title={
        <>
          {t("waiting")} <span className="dim fw5 num">{total}</span>
        </>
      }
    >
      {total + waiting.drafts.total === 0 ? (
        <div className="card-body stack-1 t13">
          <p className="fw6">{t("nothing")}</p>
          <p className="mut">{t("nothingHint")}</p>
        </div>
      ) : null}
      <Group
        title={t("toAccept")}
        icon={<CheckCheck className="i i-14" aria-hidden />}
        pile={waiting.toAccept}
        more="answered"
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
        more="open"
      >
        {waiting.asked.rows.map((row) => (
          <Line key={row.id} row={row} act={t("reply")} chip={row.chip ? <TimeLeft {...row.chip} /> : null}>
            {t("askedBy", { org: row.addressee, question: row.question })}
          </Line>
        ))}
      </Group>
      <Group
        title={t("returned")}
        icon={<Undo2 className="i i-14" aria-hidden />}
        pile={waiting.returned}
        more="draft"
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
        more="draft"
      >
        {waiting.drafts.rows.map((row) => (
          <Line key={row.id} row={row} act={t("continue")} href={paths.editRequest(row.id)}>
            {t("draftOf", { kind: kindOf(row), org: row.addressee })}
          </Line>
        ))}
      </Group>
    </Card>
  );
}

function Group({
  title,
  icon,
  pile,
  more,
  children,
}: {
  title: string;
  icon: ReactNode;
  pile: Pile<unknown>;
  more: string;
  children: ReactNode;
}) {
  const t = useTranslations("desk");
  if (pile.total === 0) return null;
  return (
    <div className="dk-g">
      <h3 className="dk-gh">
        {icon}
        {title} <Count value={pile.total} />
      </h3>
      <ul>{children}</ul>
      {pile.total > pile.rows.length ? (
        <Link className="dk-more" href={`${paths.requests}?view=${more}&mine=1`}>
          {t("more", { count: pile.total })}
        </Link>
      ) : null}
    </div>
  );
}

function Line({
  row,
  act,
  chip,
  href = paths.request(row.id),
  children,
}: {
  row: PoliceRequestRow;
  act: string;
  chip?: ReactNode;
  href?: string;
  children: ReactNode;
}) {
  return (
    <li className="dk-r">
      <div className="grow">
        <p className="fw5 line-clamp-2">{children}</p>
        <p className="t12 dim trunc">
          <span className="id">{row.code}</span> · {row.caseTitle}
        </p>
      </div>
      {chip}
      <ButtonLink className="dk-b" size="sm" href={href} aria-label={`${act} ${row.code}`}>
        {act}
      </ButtonLink>
    </li>
  );
}

function Waited({ since }: { since: string }) {
  const t = useTranslations("desk");
  const d = useTranslations("format.duration");
  const now = useServerNow();
  const { unit, ...values } = durationOf((now.getTime() - Date.parse(since)) / 60_000);
  return (
    <span className="chip chip-run">
      <Clock className="i" aria-hidden />
      {t("waited", { time: d(unit, values) })}
    </span>
  );
}
