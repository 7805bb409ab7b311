import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import { IconButton } from "@/components/ui/icon-button";
import { dropAnswerFileAction } from "@/lib/requests/desk/actions";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { useRequestAct } from "./use-request-act";

/**
 * What goes to the police beside the answer: statements, minutes, footage. Until an answer goes out a file is the desk's own and can be
 * taken off. Needs the words of `files`.
 */
export function AnswerFiles({ request, mayAdd }: { request: ReceivedRequest; mayAdd: boolean }) {
  const t = useTranslations("queue");
  const { answerFiles } = request;
  const sent = answerFiles.filter(({ unsent }) => !unsent);
  const unsent = answerFiles.filter((file) => file.unsent);
  const [key] = useState(() => crypto.randomUUID());
  const act = useRequestAct();
  if (!mayAdd && answerFiles.length === 0) return null;
  const drop = (fileId: string, name: string) =>
    act.send(
      // One key for each file of this screen: a second press on the same one changes nothing.
      () =>
        dropAnswerFileAction({
          key: `${key.slice(0, 24)}${fileId.slice(-12)}`,
          requestId: request.id,
          fileId,
        }),
      t("files.dropped", { name }),
    );
  return (
    <section className="sect stack-2">
      <h3 className="h3">{t("answerFiles")}</h3>
      {sent.length > 0 ? <FileList files={sent} /> : null}
      {unsent.length > 0 ? (
        <>
          <p className="t13 c-amber fw5">{t("files.unsent", { count: unsent.length })}</p>
          <FileList
            files={unsent}
            act={
              mayAdd
                ? ({ id, name }) => (
                    <IconButton
                      size="sm"
                      label={t("files.drop", { name })}
                      icon={<X className="i i-14" aria-hidden />}
                      disabled={act.pending}
                      onClick={() => void drop(id, name)}
                    />
                  )
                : undefined
            }
          />
          {act.problem ? (
            <p className="t13 c-red" role="alert">
              {act.problem}
            </p>
          ) : null}
        </>
      ) : null}
      {mayAdd ? <FileUploads requestId={request.id} /> : null}
    </section>
  );
}
