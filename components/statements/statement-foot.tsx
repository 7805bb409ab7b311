"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Money } from "@/components/ui/money";
import { amountOf } from "@/lib/statements/plan";
import type { DeskPlan } from "./use-plan";

/** What is about to be sent, in one line, and the two ways to send it. */
export function StatementFoot({
  plan,
  isHeld,
  pending,
  onFile,
}: {
  plan: DeskPlan;
  /** The same text lies in a case, and nobody has said yet that it is to be filed again. */
  isHeld: boolean;
  pending: "keep" | "handIn" | null;
  onFile: (handIn: boolean) => void;
}) {
  const t = useTranslations("statement");
  const taken = plan.proposals.filter((proposal) => proposal.taken);
  const held = taken.reduce((sum, proposal) => sum + (amountOf(proposal) ?? 0n), 0n);
  return (
    <footer className="ps-foot no-print">
      <div className="keys">
        <span>
          <Kbd>Enter</Kbd> {t("keyRight")}
        </span>
        <span>
          <Kbd>x</Kbd> {t("keyDrop")}
        </span>
      </div>
      <span className="push t13 mut" role="status">
        {plan.doubts > 0 ? <b className="c-amber">{t("doubtsLeft", { count: plan.doubts })} · </b> : null}
        {t("summary", { count: taken.length })} <Money value={held} />
      </span>
      <Button
        pending={pending === "keep"}
        disabled={pending !== null || isHeld}
        onClick={() => onFile(false)}
      >
        {t("keep")}
      </Button>
      <Button
        look="primary"
        data-hand-in=""
        pending={pending === "handIn"}
        disabled={pending !== null || isHeld || taken.length === 0}
        onClick={() => onFile(true)}
      >
        {t("handIn", { count: taken.length })} <Kbd>Ctrl ↵</Kbd>
      </Button>
    </footer>
  );
}
