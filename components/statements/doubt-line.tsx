"use client";

import { Banknote } from "@/components/icons/banknote";
import { CircleHelp } from "@/components/icons/circle-help";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { kindIcons } from "./marked-text";

/** Something that waits for a click: right, to be corrected, or not meant. `x` drops it while the focus is within. */
export function DoubtLine({
  number,
  kind,
  value,
  why,
  isUsable,
  onTake,
  onLeave,
  children,
}: {
  number: number;
  kind: string;
  value: string;
  why: string;
  /** Can be taken as it stands; otherwise it has to be corrected first. */
  isUsable: boolean;
  onTake: () => void;
  onLeave: () => void;
  /** The fields to correct it in. */
  children: ReactNode;
}) {
  const t = useTranslations("statement");
  const [isOpen, setOpen] = useState(!isUsable);
  const Icon = kind === "amount" ? Banknote : (kindIcons[kind as keyof typeof kindIcons] ?? CircleHelp);
  const settle = (act: () => void) => {
    act();
    // The next doubt, or what is done when there is none left, without a hand on the mouse.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("[data-doubt] button, [data-hand-in]")?.focus(),
    );
  };
  return (
    <li
      className="ent ent-doubt"
      data-doubt=""
      onKeyDown={(event) => {
        if (event.key !== "x" || !(event.target instanceof HTMLButtonElement)) return;
        event.preventDefault();
        settle(onLeave);
      }}
    >
      <span className="dnum num">{number}</span>
      <span className="ent-i">
        <Icon className="i i-14" aria-hidden />
      </span>
      <div className="grow">
        <p>
          <b className="fw6 num">{value}</b> <span className="t13">{why}</span>
        </p>
        {isOpen ? children : null}
        <div className="row wrap doubt-a">
          <Button size="sm" look="primary" disabled={!isUsable} onClick={() => settle(onTake)}>
            {t("right")}
          </Button>
          {isOpen ? null : (
            <Button size="sm" onClick={() => setOpen(true)}>
              {t("correct")}
            </Button>
          )}
          <Button size="sm" look="ghost" onClick={() => settle(onLeave)}>
            {t("drop")}
          </Button>
        </div>
      </div>
    </li>
  );
}
