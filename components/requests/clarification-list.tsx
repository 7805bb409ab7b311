import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

/** What the desk asked back and what the police replied. */
export function ClarificationList({ lines }: { lines: ReceivedRequest["clarifications"] }) {
  const t = useTranslations("queue.asked");
  if (lines.length === 0) return null;
  return (
    <ul className="stack-2" aria-label={t("label")}>
      {lines.map((line) => (
        <li key={line.id} className="t13">
          <p>
            <span className="mut">
              <Timestamp at={line.askedAt} /> · {line.askedBy}:
            </span>{" "}
            {line.question}
          </p>
          {line.reply ? (
            <Note tone="blue" title={t("reply")}>
              {line.reply} {line.repliedAt ? <Timestamp at={line.repliedAt} className="dim" /> : null}
            </Note>
          ) : (
            <p className="c-amber fw5">{t("waiting")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
