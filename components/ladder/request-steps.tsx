import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { RequestSteps as Steps } from "@/lib/ladder/request-steps";

/** What the addressee was reminded of and whom its silence was reported to, without a name; nothing while there is neither. */
export function RequestSteps({ steps: { told, next } }: { steps: Steps }) {
  const t = useTranslations("ladder");
  if (told.length === 0 && !next) return null;
  return (
    <Card title={t("story.title")}>
      <ul className="stack-1 t13">
        {told.map(({ subject, rung, at, climbed, notedAt }) => (
          <li key={`${subject} ${rung} ${at}`}>
            <b className="fw6">{t(`rung.${rung}`)}</b> ({t(`subject.${subject}`)}): <Timestamp at={at} />
            {notedAt ? (
              <>
                ; {t("story.noted")} <Timestamp at={notedAt} />
              </>
            ) : climbed ? (
              <span className="c-amber">; {t("list.unseen")}</span>
            ) : null}
          </li>
        ))}
        {next ? (
          <li className="c-grey">
            {t("story.next")} {t(`rung.${next.rung}`)} ({t(`subject.${next.subject}`)}),{" "}
            <Timestamp at={next.at} />
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
