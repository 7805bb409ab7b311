import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Timestamp } from "@/components/ui/timestamp";
import { readNoteAction } from "@/lib/duty/actions";
import type { NoteRow } from "@/lib/duty/types";
import { paths } from "@/lib/paths";
import { ActButton } from "./act-button";

/** What was said at the last changes of shift, with the urgent requests that were open, and who confirmed it. */
export function NoteList({ notes }: { notes: readonly NoteRow[] }) {
  const t = useTranslations("duty.note");
  if (notes.length === 0) return null;
  return (
    <Card title={t("list")}>
      <ul className="stack-3">
        {notes.map((note) => (
          <li key={note.id} className="stack-1">
            <span className="row wrap between t13">
              <span>
                <b className="fw6">{note.author}</b> <Timestamp at={note.writtenAt} className="mut" />
              </span>
              {note.canConfirm ? (
                <ActButton
                  action={readNoteAction}
                  input={{ noteId: note.id }}
                  words={t("confirm")}
                  done={t("confirmed")}
                  look="primary"
                />
              ) : null}
            </span>
            <p className="pre">{note.body}</p>
            {note.requests.length > 0 ? (
              <p className="t13 row wrap">
                <span className="mut">{t("urgent")}</span>
                {note.requests.map(({ id, code, isOpen }) => (
                  <Link key={id} href={paths.request(id)} className="num nw">
                    {code}
                    {isOpen ? "" : ` ${t("settled")}`}
                  </Link>
                ))}
              </p>
            ) : null}
            {note.reader && note.readAt ? (
              <p className="t13 mut">
                {t("readBy", { name: note.reader })} <Timestamp at={note.readAt} />
              </p>
            ) : (
              <p className="t13 c-amber">{t("unread")}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
