import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { Objection } from "@/lib/requests/notified/types";

/** What the procuracy objects, and the unit's replies; red while one waits. */
export function ObjectionList({
  objections,
  act,
}: {
  objections: readonly Objection[];
  /** The button of whoever may answer. */
  act?: ReactNode;
}) {
  const t = useTranslations("authenticity.objection");
  return objections.map((each) => (
    <Note
      key={each.id}
      tone={each.reply ? "grey" : "red"}
      title={t("title")}
      announce={!each.reply}
      action={each.reply ? undefined : act}
    >
      <span className="t12 dim">
        {each.raisedBy} · <Timestamp at={each.raisedAt} />
      </span>
      <p className="prose">{each.text}</p>
      {each.reply ? (
        <p className="prose">
          <b className="fw6">{t("reply")}</b>{" "}
          <span className="t12 dim">
            {each.repliedBy} · {each.repliedAt ? <Timestamp at={each.repliedAt} /> : null}
          </span>
          {"\n"}
          {each.reply}
        </p>
      ) : (
        <p className="t12">{t("waits")}</p>
      )}
    </Note>
  ));
}
