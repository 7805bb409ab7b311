"use client";

import { CircleCheck, CircleDot, CircleDashed, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import type { ReceivedItem } from "@/lib/requests/received-types";
import { AnswerSummary } from "./answer-summary";

/** One target of the order: answered, being answered now, or waiting. A waiting one is chosen by pressing it. */
export function TargetLine({
  item,
  now,
  onChoose,
}: {
  item: ReceivedItem;
  now: boolean;
  onChoose?: () => void;
}) {
  const t = useTranslations("queue.item");
  const Icon = item.answeredAt ? CircleCheck : now ? CircleDot : CircleDashed;
  return (
    <li
      className={classNames("target", item.answeredAt ? "target-done" : now && "target-now")}
      aria-current={now ? "true" : undefined}
    >
      <Icon className="i" aria-hidden />
      <div className="grow">
        <Identifier value={item.value} display={item.display} copy />{" "}
        {item.holderName ? <span className="mut">{item.holderName}</span> : null}
        {item.overGround ? (
          <span className="sub2 c-amber">{t("over", { ground: item.overGround })}</span>
        ) : null}
        {item.note ? <span className="sub2">{item.note}</span> : null}
        {item.answeredAt ? <AnswerSummary item={item} /> : null}
        {!item.answeredAt && item.sentBackReason ? (
          <span className="sub2 c-red">
            <Undo2 className="i i-14" aria-hidden /> {t("sentBack", { reason: item.sentBackReason })}
          </span>
        ) : null}
      </div>
      {item.disputedAmount ? <Money value={item.disputedAmount} /> : null}
      {onChoose && !now && !item.answeredAt ? (
        <button type="button" className="btn btn-sm" onClick={onChoose}>
          {t("choose")}
          <span className="vh"> {item.display}</span>
        </button>
      ) : null}
    </li>
  );
}
