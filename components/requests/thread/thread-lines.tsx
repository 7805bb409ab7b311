import { FileText } from "@/components/icons/file-text";
import { Lock } from "@/components/icons/lock";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import type { LineKind, ThreadLine } from "@/lib/requests/thread/types";

const tones: Partial<Record<LineKind, Tone>> = {
  question: "amber",
  reply: "blue",
  refused: "red",
  disputed: "amber",
  sentBack: "amber",
  withdrawn: "grey",
  proposed: "amber",
  declined: "grey",
  takenBack: "grey",
  amended: "blue",
  reminder: "red",
  handover: "grey",
};

/** The talk, oldest line first. What is kept inside stands apart by colour, icon and word; what is new is said to be new. */
export function ThreadLines({ lines }: { lines: readonly ThreadLine[] }) {
  const t = useTranslations("thread");
  const firstNew = lines.find(({ unread }) => unread)?.id;
  return (
    <ol className="thread" aria-label={t("label")}>
      {lines.map((line) => (
        <li
          key={line.id}
          className={classNames("thread-line", line.internal && "thread-inside", line.ours && "thread-ours")}
          data-kind={line.kind}
        >
          {line.id === firstNew ? <p className="thread-new">{t("newBelow")}</p> : null}
          <p className="row wrap g1 t12 dim">
            <b className="fw6 c-ink">{line.author || t("someone")}</b>
            <span>{line.organisation}</span>
            <Timestamp at={line.at} />
            {line.internal ? (
              <Badge tone="amber" icon={<Lock className="i i-14" aria-hidden />}>
                {t("inside")}
              </Badge>
            ) : null}
            {line.kind === "message" ? null : (
              <Badge tone={tones[line.kind]}>{t(`kind.${line.kind}`, { number: line.detail ?? "" })}</Badge>
            )}
          </p>
          <Body line={line} />
          {line.files.length > 0 ? (
            <ul className="stack-1 t13">
              {line.files.map((file) => (
                <li key={file.id}>
                  {file.held ? (
                    <span className="row g1 break-all">
                      <FileText className="i i-14" aria-hidden />
                      {file.name} <span className="c-amber">{t("fileHeld")}</span>
                    </span>
                  ) : (
                    <a className="row g1 break-all" href={paths.file(file.id)} download>
                      <FileText className="i i-14" aria-hidden />
                      {file.name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

// words: requests.grounds.*
function Body({ line }: { line: ThreadLine }) {
  const t = useTranslations("thread");
  const grounds = useTranslations("requests.grounds");
  const ground =
    line.kind === "refused" && line.detail && grounds.has(line.detail as "other")
      ? grounds(line.detail as "other")
      : null;
  const said = { reminder: t("reminderText"), takenBack: t("takenBackText") };
  const text = line.kind in said ? said[line.kind as keyof typeof said] : line.body;
  return (
    <p className="prose t13 thread-body">
      {ground ? <b className="fw6">{ground}. </b> : null}
      {text}
      {line.mentions.length > 0 ? (
        <span className="block t12 dim">{t("mentioned", { names: line.mentions.join(", ") })}</span>
      ) : null}
    </p>
  );
}
