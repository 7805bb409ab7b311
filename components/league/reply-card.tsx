import { useTranslations } from "next-intl";
import { formatDay } from "@/components/province/period-words";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { formatDateTime } from "@/lib/i18n/local-time";
import type { OwnFigures } from "@/lib/league/own-figures";
import { ReplyForm } from "./reply-form";

/** What the organisation says to its line, and until when it may. */
export function ReplyCard({ figures: { reply, period } }: { figures: OwnFigures }) {
  const t = useTranslations("ownFigures.reply");
  if (!reply || period.name === "custom") return null;
  const until = formatDay(reply.until);
  return (
    <Card title={t("title")} id="reply" className="no-print">
      <div className="stack-2">
        {reply.at ? (
          <p className="t13 mut">{t("said", { time: formatDateTime(reply.at), version: reply.version })}</p>
        ) : null}
        {reply.mayWrite ? (
          <>
            <p className="t13">{t("lead", { day: until })}</p>
            <Note tone="amber">{t("warning")}</Note>
            <ReplyForm
              key={`${period.name} ${period.from} ${reply.version}`}
              period={period.name}
              on={period.from}
              body={reply.body}
              isAgain={reply.version > 0}
            />
          </>
        ) : (
          <>
            {reply.body ? <blockquote className="pre">{reply.body}</blockquote> : null}
            <p className="t13 mut">{t("closed", { day: until })}</p>
          </>
        )}
      </div>
    </Card>
  );
}
