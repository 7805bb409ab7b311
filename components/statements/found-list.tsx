"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { ElsewhereUnasked } from "@/components/deconfliction/elsewhere-unasked";
import { useElsewhere } from "@/components/deconfliction/use-elsewhere";
import { Card } from "@/components/ui/card";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { Mark, Receiver } from "@/lib/statements/types";
import { AddTarget } from "./add-target";
import { AsideLines } from "./aside-lines";
import { DoubtLine } from "./doubt-line";
import { spotId } from "./marked-text";
import { PaymentLine } from "./payment-line";
import type { StatementValues } from "./statement-values";
import { TargetEdit } from "./target-edit";
import { TargetLine } from "./target-line";
import { useTypedVnd } from "./typed-vnd";

type FoundTarget = StatementValues["targets"][number];
const askedOf = ({ kind, value, receiverId }: FoundTarget) => ({
  kind,
  value,
  institutionId: kind === "phone_number" ? null : receiverId,
});

/** Everything found, doubts first: what is confirmed here, and nothing else, goes into the requests. */
export function FoundList({
  text,
  marks,
  receivers,
}: {
  text: string;
  marks: readonly Mark[];
  receivers: readonly Receiver[];
}) {
  const t = useTranslations("statement");
  const { control, setValue } = useFormContext<StatementValues>();
  const vnd = useTypedVnd();
  const targets = useWatch({ control, name: "targets" }).map((row, place) => ({ ...row, place }));
  const payments = useWatch({ control, name: "payments" }).map((row, place) => ({ ...row, place }));
  const elsewhere = useElsewhere(targets.filter(({ standing }) => standing !== "leave").map(askedOf));
  const doubts = targets.filter(({ standing }) => standing === "doubt");
  const doubtfulPayments = payments.filter(
    ({ standing, to }) =>
      standing === "doubt" && targets.some(({ row, standing: own }) => row === to && own !== "leave"),
  );
  const show = (row: string) => {
    const spot = marks.find((mark) => mark.row === row);
    const element = spot && document.getElementById(spotId(spot.start));
    element?.scrollIntoView({ block: "center" });
    element?.focus();
  };
  return (
    <Card
      flush
      className="ps-found"
      title={t("found")}
      aside={<span className="t12 dim">{t("foundHint")}</span>}
    >
      <ElsewhereUnasked elsewhere={elsewhere} />
      <ul>
        {doubts.map((target, index) => (
          <DoubtLine
            key={target.row}
            number={index + 1}
            kind={target.kind}
            value={target.display}
            why={t(target.flags[0] ? `flags.${target.flags[0]}` : "flags.doubtful")}
            isUsable={normaliseTarget(target.kind, target.value).ok}
            onTake={() => setValue(`targets.${target.place}.standing`, "take", { shouldDirty: true })}
            onLeave={() => setValue(`targets.${target.place}.standing`, "leave", { shouldDirty: true })}
          >
            <TargetEdit target={target} receivers={receivers} />
          </DoubtLine>
        ))}
        {doubtfulPayments.map((payment, index) => (
          <DoubtLine
            key={payment.place}
            number={doubts.length + index + 1}
            kind="amount"
            value={vnd(payment.amount)}
            why={t("flags.amount")}
            isUsable={payment.amount !== ""}
            onTake={() => setValue(`payments.${payment.place}.standing`, "take", { shouldDirty: true })}
            onLeave={() => setValue(`payments.${payment.place}.standing`, "leave", { shouldDirty: true })}
          >
            <PaymentLine payment={payment} />
          </DoubtLine>
        ))}
        {targets
          .filter(({ standing }) => standing !== "doubt")
          .map((target) => (
            <TargetLine
              key={target.row}
              target={target}
              payments={payments.filter(({ to, standing }) => to === target.row && standing !== "doubt")}
              receivers={receivers}
              desks={elsewhere.desksOf(askedOf(target))}
              onShow={show}
            />
          ))}
        <AsideLines text={text} marks={marks} />
        <AddTarget />
      </ul>
    </Card>
  );
}
