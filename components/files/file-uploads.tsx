"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import { acceptedExtensions, largestFile, mostFiles } from "@/lib/files/kinds";
import { type Uploaded, useUpload } from "./use-upload";

/** Adds files to a case, a request or an appeal at once; refusals say why, each by its file's name. Needs the words of `files`. */
export function FileUploads({
  caseId,
  requestId,
  appealId,
  onAdded,
}: {
  caseId?: string;
  requestId?: string;
  appealId?: string;
  onAdded?: (files: Uploaded[]) => void;
}) {
  const t = useTranslations("files");
  const toast = useToast();
  const router = useRouter();
  const place = useMemo(
    () => (appealId ? { appealId } : requestId ? { requestId } : { caseId: caseId! }),
    [caseId, requestId, appealId],
  );
  const { upload, pending, troubles } = useUpload(place);
  const [waiting, setWaiting] = useState(0);
  return (
    <div className="stack-2">
      <Field label={t("choose")} labelHidden required hint={t("hint")}>
        <FileInput
          files={[]}
          multiple
          accept={acceptedExtensions}
          maxBytes={largestFile}
          onChange={(files) => {
            void upload(files.slice(0, mostFiles)).then((added) => {
              if (added.length === 0) return;
              setWaiting(added.filter(({ isWaiting }) => isWaiting).length);
              toast(t("added", { count: added.length }));
              onAdded?.(added);
              router.refresh();
            });
          }}
        />
      </Field>
      {pending > 0 ? (
        <p className="t13 mut" role="status">
          {t("uploading", { count: pending })}
        </p>
      ) : null}
      {waiting > 0 ? (
        <Note tone="amber" announce>
          {t("waiting", { count: waiting })}
        </Note>
      ) : null}
      {troubles.length > 0 ? (
        <Note tone="red" announce>
          {troubles.map(({ name, code, signature = "" }) => (
            <span className="block" key={name}>
              {code === "failed" ? t("failed", { name }) : t(`refused.${code}`, { name, signature })}
            </span>
          ))}
        </Note>
      ) : null}
    </div>
  );
}
