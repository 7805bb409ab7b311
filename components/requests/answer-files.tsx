import { useTranslations } from "next-intl";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

/** What goes to the police beside the answer: statements, minutes, footage. Needs the words of `files`. */
export function AnswerFiles({ request, mayAdd }: { request: ReceivedRequest; mayAdd: boolean }) {
  const t = useTranslations("queue");
  if (!mayAdd && request.answerFiles.length === 0) return null;
  return (
    <section className="sect stack-2">
      <h3 className="h3">{t("answerFiles")}</h3>
      {request.answerFiles.length > 0 ? <FileList files={request.answerFiles} /> : null}
      {mayAdd ? <FileUploads requestId={request.id} /> : null}
    </section>
  );
}
