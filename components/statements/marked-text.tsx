"use client";

import { AtSign } from "@/components/icons/at-sign";
import { CircleHelp } from "@/components/icons/circle-help";
import { Landmark } from "@/components/icons/landmark";
import { Link2 } from "@/components/icons/link-2";
import { Phone } from "@/components/icons/phone";
import { UserRound } from "@/components/icons/user-round";
import { Wallet } from "@/components/icons/wallet";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Mark } from "@/lib/statements/types";
import type { TargetRow } from "./statement-values";

export const kindIcons = {
  bank_account: Landmark,
  e_wallet: Wallet,
  crypto_wallet: Wallet,
  phone_number: Phone,
  url: Link2,
  domain: Link2,
  social_account: AtSign,
  email: AtSign,
  person_id: UserRound,
} as const;
const looks: Record<string, string> = {
  bank_account: "e-acc",
  e_wallet: "e-acc",
  crypto_wallet: "e-acc",
  phone_number: "e-tel",
  social_account: "e-tel",
  email: "e-tel",
  url: "e-url",
  domain: "e-url",
  ip_address: "e-url",
  amount: "e-amt",
  crypto_amount: "e-amt",
  date_time: "e-time",
};

/** The pasted text with what was found in it. A find that has a row leads to it; what was decided there shows here. */
export function MarkedText({
  text,
  marks,
  targets,
}: {
  text: string;
  marks: readonly Mark[];
  targets: readonly TargetRow[];
}) {
  const t = useTranslations("statement");
  const standings = new Map(targets.map(({ row, standing }) => [row, standing]));
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    // Marks are in order; one inside another is its part and adds nothing.
    if (mark.start < at) continue;
    parts.push(<Fragment key={`t${at}`}>{text.slice(at, mark.start)}</Fragment>);
    parts.push(
      <Spot
        key={mark.start}
        mark={mark}
        standing={mark.row === null ? undefined : standings.get(mark.row)}
        label={
          mark.reason === "incomplete"
            ? `${t(`kinds.${mark.kind}`)}: ${t("incomplete")}`
            : t(`kinds.${mark.kind}`)
        }
      >
        {text.slice(mark.start, mark.end)}
      </Spot>,
    );
    at = mark.end;
  }
  parts.push(<Fragment key="end">{text.slice(at)}</Fragment>);
  return <div className="ps-body">{parts}</div>;
}

function Spot({
  mark,
  standing,
  label,
  children,
}: {
  mark: Mark;
  standing: string | undefined;
  label: string;
  children: string;
}) {
  const isDoubt = standing === "doubt" || (standing === undefined && mark.state === "doubt");
  const isOut = standing === "leave" || (standing === undefined && mark.state === "aside");
  const Icon = isDoubt
    ? CircleHelp
    : mark.kind in kindIcons
      ? kindIcons[mark.kind as keyof typeof kindIcons]
      : null;
  const look = isDoubt
    ? "e-doubt"
    : isOut
      ? mark.flags.includes("own") || mark.flags.includes("balance")
        ? "e-own"
        : "e-no"
      : looks[mark.kind];
  return (
    <mark className={classNames("e", look)} id={spotId(mark.start)} title={label} tabIndex={-1}>
      {Icon ? <Icon className="i" aria-hidden /> : null}
      {children}
    </mark>
  );
}

export const spotId = (start: number) => `spot-${start}`;
