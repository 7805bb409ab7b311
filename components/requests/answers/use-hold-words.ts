import { useTranslations } from "next-intl";
import { useLayoutEffect } from "react";
import { useVnd } from "@/components/ui/money";
import type { AnswerFormProps } from "./answer-form";
import type { HoldValues } from "./hold-values";
import { amountOf } from "./typed-answer";

type Said = Pick<HoldValues, "choice" | "amount" | "transfers" | "cashOuts" | "other">;

/** Tells the send button what it would declare of an account: how much is held, how much has gone, or which other outcome. */
export function useHoldWords(
  { item, files, onSays }: Pick<AnswerFormProps, "item" | "files" | "onSays">,
  { choice, amount, transfers, cashOuts, other }: Said,
): void {
  const t = useTranslations("answers.says");
  const outcomes = useTranslations("outcomes");
  // words: outcomes.*
  const { vnd } = useVnd();
  const sumOf = (rows: readonly { amount: string }[]) =>
    rows.reduce((sum, row) => sum + (amountOf(row.amount) ?? 0n), 0n);
  const held = choice === "HELD" ? amountOf(amount) : null;
  const [moved, cashed] = choice === "OTHER" ? [0n, 0n] : [sumOf(transfers), sumOf(cashOuts)];
  const parts = [
    held === null ? null : t("held", { amount: vnd(held) }),
    moved > 0n ? t("moved", { amount: vnd(moved) }) : null,
    cashed > 0n ? t("cashed", { amount: vnd(cashed) }) : null,
    choice === "OTHER" && other !== "" ? outcomes(other) : null,
  ].filter((part) => part !== null);
  const target = targetWords(t, item);
  const words =
    parts.length > 0 && (choice !== "HELD" || held !== null)
      ? withFiles(t, t(choice === "OTHER" ? "outcome" : "send", { what: parts.join(", "), target }), files)
      : null;
  // Before anything is painted: the button never says less than the form beside it.
  useLayoutEffect(() => onSays(words), [onSays, words]);
}

/** What is sent, with the number of files that lie ready and go out with it. */
export function withFiles(
  t: ReturnType<typeof useTranslations<"answers.says">>,
  what: string,
  files: AnswerFormProps["files"],
): string {
  const count = files.filter(({ unsent }) => unsent).length;
  return count > 0 ? t("withFiles", { what, count }) : what;
}

/** A target by its last signs, as one tells it over the telephone: `STK …4455`. */
export function targetWords(
  t: ReturnType<typeof useTranslations<"answers.says">>,
  { kind, display }: Pick<AnswerFormProps["item"], "kind" | "display">,
): string {
  const signs = display.replace(/\s/g, "");
  if (!/^[\dA-Za-z]+$/.test(signs)) return display;
  const end = signs.slice(-4);
  return kind === "bank_account"
    ? t("account", { end })
    : kind === "e_wallet"
      ? t("wallet", { end })
      : t("other", { end });
}
