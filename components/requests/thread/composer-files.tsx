"use client";

import { FileText } from "@/components/icons/file-text";
import { Paperclip } from "@/components/icons/paperclip";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { useMemo, useRef, useState } from "react";
import { useUpload } from "@/components/files/use-upload";
import { acceptedExtensions } from "@/lib/files/kinds";

type Chosen = { id: string; name: string };
const most = 10;

/** Files of a message. Each is inspected as it is added, and nobody else sees it before the message is sent. */
export function ComposerFiles({
  requestId,
  files,
  error,
  onChange,
}: {
  requestId: string;
  files: readonly Chosen[];
  error?: string;
  onChange: (files: Chosen[]) => void;
}) {
  const t = useTranslations("thread");
  const words = useTranslations("files");
  const input = useRef<HTMLInputElement>(null);
  const live = useInBrowser();
  const place = useMemo(() => ({ requestId, thread: "1" as const }), [requestId]);
  const { upload, pending, troubles } = useUpload(place);
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const take = async (list: FileList | null) => {
    const added = await upload([...(list ?? [])].slice(0, most - files.length));
    if (input.current) input.current.value = "";
    setWaiting(new Set([...waiting, ...added.flatMap(({ id, isWaiting }) => (isWaiting ? [id] : []))]));
    if (added.length > 0) onChange([...files, ...added.map(({ id, name }) => ({ id, name }))]);
  };
  return (
    <>
      <label className="btn btn-sm file-label">
        <Paperclip className="i" aria-hidden />
        {t("attach")}
        <input
          ref={input}
          type="file"
          multiple
          className="vh"
          accept={acceptedExtensions}
          disabled={!live || pending > 0 || files.length >= most}
          onChange={(event) => void take(event.target.files)}
        />
      </label>
      {files.map((file) => (
        <span key={file.id} className="row g1 t13 thread-chip">
          <FileText className="i i-14" aria-hidden />
          <span className="trunc">{file.name}</span>
          {waiting.has(file.id) ? <span className="t12 c-amber">{words("scan.waiting")}</span> : null}
          <button
            type="button"
            className="btn btn-sm btn-icon btn-ghost"
            aria-label={t("removeFile", { name: file.name })}
            onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
          >
            <X className="i i-14" aria-hidden />
          </button>
        </span>
      ))}
      {pending > 0 ? (
        <span className="t13 mut" role="status">
          {words("uploading", { count: pending })}
        </span>
      ) : null}
      {troubles.length > 0 || error ? (
        <span className="t13 c-red" role="alert">
          {troubles.map(({ name, code, signature = "" }) => (
            <span className="block" key={name}>
              {code === "failed" ? words("failed", { name }) : words(`refused.${code}`, { name, signature })}
            </span>
          ))}
          {error}
        </span>
      ) : null}
    </>
  );
}
