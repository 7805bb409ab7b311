import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { answerSwapAction } from "@/lib/duty/actions";
import type { SwapRow } from "@/lib/duty/types";
import { formatDateTime, formatTime } from "@/lib/i18n/local-time";
import { ActButton } from "./act-button";

const tones = { proposed: "blue", agreed: "green", declined: "grey", withdrawn: "grey" } as const;

/** Exchanges on offer, and what became of the last ones. Who was asked answers, who offered may take it back. */
export function SwapList({ swaps }: { swaps: readonly SwapRow[] }) {
  const t = useTranslations("duty");
  if (swaps.length === 0) return null;
  const said = ({ fromAt, toAt, rank }: SwapRow["given"]) =>
    t("swap.shift", {
      from: formatDateTime(fromAt),
      to: formatTime(toAt),
      rank: t("rank", { rank, behind: rank - 1 }),
    });
  return (
    <Card title={t("swap.list")}>
      <ul className="stack-2">
        {swaps.map((swap) => (
          <li key={swap.id} className="row wrap between">
            <span className="t13">
              <Badge tone={tones[swap.state]}>{t(`swap.state.${swap.state}`)}</Badge>{" "}
              {swap.taken
                ? t("swap.both", {
                    from: swap.from,
                    to: swap.to,
                    given: said(swap.given),
                    taken: said(swap.taken),
                  })
                : t("swap.one", { from: swap.from, to: swap.to, given: said(swap.given) })}
            </span>
            {swap.mine === "answer" ? (
              <span className="row g1 no-print">
                <ActButton
                  action={answerSwapAction}
                  input={{ swapId: swap.id, answer: "agreed" }}
                  words={t("swap.agree")}
                  done={t("swap.agreed")}
                  look="primary"
                />
                <ActButton
                  action={answerSwapAction}
                  input={{ swapId: swap.id, answer: "declined" }}
                  words={t("swap.decline")}
                  done={t("swap.declined")}
                />
              </span>
            ) : swap.mine === "withdraw" ? (
              <ActButton
                action={answerSwapAction}
                input={{ swapId: swap.id, answer: "withdrawn" }}
                words={t("swap.withdraw")}
                done={t("swap.withdrawn")}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
