import { CircleCheck } from "@/components/icons/circle-check";
import { CircleSlash } from "@/components/icons/circle-slash";
import { Clock } from "@/components/icons/clock";
import { OctagonAlert } from "@/components/icons/octagon-alert";
import { Send } from "@/components/icons/send";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { DeliveryState, SentRow } from "@/lib/channels/endpoints/types";
import { resultWords } from "./result-words";

const looks: Record<DeliveryState, StatusLook> = {
  waiting: { tone: "amber", icon: Clock },
  sending: { tone: "blue", icon: Send },
  sent: { tone: "green", icon: CircleCheck },
  dead: { tone: "red", icon: OctagonAlert },
  discarded: { tone: "grey", icon: CircleSlash },
};

/** How a line stands. words: channels.state.* */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useTranslations("channels.state");
  return <StatusBadge look={looks[state]} word={t(state)} />;
}

/** The last results of one address, the newest first. */
export function SentList({ rows }: { rows: readonly SentRow[] }) {
  const t = useTranslations("channels");
  if (rows.length === 0) return <p className="t13 mut">{t("nothingYet")}</p>;
  return (
    <ul className="stack-2" aria-label={t("last")}>
      {rows.map(({ id, topic, state, at, attempts, lastCode, lastMs }) => (
        <li key={id} className="row wrap t13">
          <DeliveryBadge state={state} />
          <Timestamp at={at} part="seconds" />
          <span className="mono">{topic}</span>
          {lastCode ? (
            <span className="mut">
              {t("result", {
                words: resultWords(t as never, lastCode),
                attempts,
                ms: lastMs ?? 0,
              })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
