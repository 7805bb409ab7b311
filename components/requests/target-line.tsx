"use client";

import { CircleDot } from "@/components/icons/circle-dot";
import { CircleDashed } from "@/components/icons/circle-dashed";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Identifier } from "@/components/ui/identifier";
import { LiveButton } from "@/components/ui/live-button";
import { Money } from "@/components/ui/money";
import type { ReceivedItem } from "@/lib/requests/desk/types";
import { detailsOf } from "@/lib/requests/kinds";
import { AnswerDetail, tellsMore } from "./answer-detail";
import { TargetAsked } from "./fields/target-asked";
import { OutcomeSign } from "./outcome-sign";
import { AnswerSummary } from "./answer-summary";

/** One target of the order: answered, being answered now (its form stands below it), or waiting. A waiting one is chosen by pressing it. */
export function TargetLine({
  item,
  kindCode,
  files,
  now,
  institutions,
  unfolded,
  onChoose,
  onReport,
  children,
}: {
  item: ReceivedItem;
  kindCode: string;
  /** The files that the reader sees: what is asked and what is answered name some of them. */
  files: readonly { id: string; name: string }[];
  now: boolean;
  /** Names of the institutions in the answer, by id. */
  institutions: Readonly<Record<string, string>>;
  /** Show the whole of the answer at once. */
  unfolded: boolean;
  onChoose?: () => void;
  /** Says that the answer which was sent is wrong. */
  onReport?: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations("queue.item");
  const Waiting = now ? CircleDot : CircleDashed;
  return (
    <li aria-current={now ? "true" : undefined}>
      <div className={classNames("target", item.answeredAt ? "target-done" : now && "target-now")}>
        {item.answeredAt ? <OutcomeSign outcome={item.outcome} /> : <Waiting className="i" aria-hidden />}
        <div className="grow">
          <Identifier value={item.value} display={item.display} copy />{" "}
          {item.holderName ? <span className="mut">{item.holderName}</span> : null}
          {item.overGround ? (
            <span className="sub2 c-amber">{t("over", { ground: item.overGround })}</span>
          ) : null}
          {item.note ? <span className="sub2">{item.note}</span> : null}
          <TargetAsked fields={detailsOf(kindCode).target} details={item.details} files={files} />
          {item.answeredAt ? <AnswerSummary item={item} /> : null}
          {item.answeredAt && onReport ? (
            <LiveButton className="linkbtn t12 no-print" onClick={onReport}>
              {t("report")}
              <span className="vh"> {item.display}</span>
            </LiveButton>
          ) : null}
          {item.answeredAt && item.answer && tellsMore(kindCode, item) ? (
            <details open={unfolded}>
              <summary className="linkbtn t12">{t("whole")}</summary>
              <AnswerDetail kindCode={kindCode} item={item} institutions={institutions} files={files} />
            </details>
          ) : null}
          {!item.answeredAt && item.sentBackReason ? (
            <span className="sub2 c-red">
              <Undo2 className="i i-14" aria-hidden /> {t("sentBack", { reason: item.sentBackReason })}
            </span>
          ) : null}
        </div>
        {item.disputedAmount ? <Money value={item.disputedAmount} /> : null}
        {onChoose && !now && !item.answeredAt ? (
          <LiveButton className="btn btn-sm" onClick={onChoose}>
            {t("choose")}
            <span className="vh"> {item.display}</span>
          </LiveButton>
        ) : null}
      </div>
      {children}
    </li>
  );
}
