import { useLocale, useTranslations } from "next-intl";
import { leastCases } from "@/lib/figures/disclosure";
import { bucketError } from "@/lib/figures/pace/buckets";
import { leastKnown } from "@/lib/figures/pace/predict";
import { leastAnswers, leastPeers } from "@/lib/league/least";
import { replyDays } from "@/lib/league/reply-text";

const names = [
  "opened",
  "acted",
  "answered",
  "quantiles",
  "onTime",
  "firstRight",
  "day",
  "least",
  "restricted",
  "peers",
  "risk",
  "reply",
] as const;
export type MethodName = (typeof names)[number];

/** How each figure of answers is made, in words, with the numbers that the code goes by. */
export function Method({ of = names }: { of?: readonly MethodName[] }) {
  const t = useTranslations("league.method");
  const language = useLocale();
  const error = Math.ceil(bucketError * 1_000) / 10;
  const values = {
    error,
    least: leastAnswers,
    cases: leastCases,
    peers: leastPeers,
    days: replyDays,
    known: leastKnown,
  };
  return (
    <dl className="ld-methods" lang={language}>
      {of.map((name) => (
        <div key={name}>
          <dt>{t(`${name}.name`)}</dt>
          <dd>{t(`${name}.text`, values)}</dd>
        </div>
      ))}
    </dl>
  );
}
