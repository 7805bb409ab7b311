import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { DeadlineStory as Story } from "@/lib/requests/deadline/types";

/** What became of an answer's time limit, as both sides read it; nothing where nothing did. `acts` decide on an open proposal. */
export function DeadlineStory({ story, acts }: { story: Story; acts?: ReactNode }) {
  const t = useTranslations("deadline");
  const { extensions, waiver } = story;
  return (
    <>
      {extensions.length > 0 ? (
        <Note tone="blue" title={t("extend.given", { count: extensions.length })}>
          <ul className="stack-1">
            {extensions.map((one) => (
              <li key={one.id}>
                {t.rich("extend.line", {
                  before: () => <Timestamp at={one.before} />,
                  after: () => (
                    <b className="fw6">
                      <Timestamp at={one.after} />
                    </b>
                  ),
                })}{" "}
                <span className="pre">{one.reason}</span>{" "}
                <span className="t12 mut">
                  {one.by}, <Timestamp at={one.at} />
                </span>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {waiver ? (
        <Note
          tone={waiver.decision === null ? "amber" : "grey"}
          title={t(`waiver.state.${waiver.decision ?? "proposed"}`)}
          announce={waiver.decision === null}
          action={waiver.decision === null ? acts : undefined}
        >
          <span className="t12 dim">
            {waiver.by} · <Timestamp at={waiver.at} />
          </span>
          <p className="prose">{waiver.reason}</p>
          {waiver.decision === null ? (
            <p className="t12">{t("waiver.runsOn")}</p>
          ) : (
            <p className="prose">
              <b className="fw6">{waiver.decidedBy}</b>{" "}
              <span className="t12 dim">{waiver.decidedAt ? <Timestamp at={waiver.decidedAt} /> : null}</span>
              {waiver.answer ? ` ${waiver.answer}` : null}
            </p>
          )}
        </Note>
      ) : null}
    </>
  );
}
