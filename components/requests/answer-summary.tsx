import { useVnd } from "@/components/ui/money";
import { useTranslations } from "next-intl";
import { useServerNow } from "@/components/ui/server-clock";
import { formatDateTime, formatNear } from "@/lib/i18n/local-time";
import type { ReceivedItem } from "@/lib/requests/desk/types";

/** One line of what was answered: who, when, the outcome, and where the money is. */
export function AnswerSummary({ item }: { item: ReceivedItem }) {
  const { vnd } = useVnd();
  const t = useTranslations("queue.item");
  const outcomes = useTranslations("outcomes");
  // words: outcomes.*
  const now = useServerNow();
  if (!item.outcome) return null;
  const parts = [
    item.heldAmount && item.heldAmount !== "0"
      ? t(item.heldUntil ? "heldUntil" : "held", {
          amount: vnd(item.heldAmount),
          date: item.heldUntil ? formatDateTime(item.heldUntil) : "",
        })
      : null,
    item.movedAmount && item.movedAmount !== "0" ? t("moved", { amount: vnd(item.movedAmount) }) : null,
    item.cashedOutAmount && item.cashedOutAmount !== "0"
      ? t("cashed", { amount: vnd(item.cashedOutAmount) })
      : null,
  ].filter((part) => part !== null);
  return (
    <span className="sub2">
      {item.answeredAt && item.answeredBy ? `${item.answeredBy}, ${formatNear(item.answeredAt, now)}: ` : ""}
      {parts.length > 0 ? parts.join(", ") : outcomes(item.outcome)}
    </span>
  );
}
