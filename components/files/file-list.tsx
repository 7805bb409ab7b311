"use client";

import { Download } from "@/components/icons/download";
import { FileText } from "@/components/icons/file-text";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FileRow } from "@/lib/files/types";
import { paths } from "@/lib/paths";

const isHeld = ({ scan }: FileRow) => scan === "waiting" || scan === "refused";
const kilobyte = 1024;

/** Files with who added them and the beginning of their hash; a press downloads. Needs the words of `files`. */
export function FileList({
  files,
  act,
}: {
  files: readonly FileRow[];
  /** What can be done with a file, at its end. */
  act?: (file: FileRow) => ReactNode;
}) {
  const t = useTranslations("files");
  const size = useTranslations("ui.files");
  if (files.length === 0) return <p className="t13 mut">{t("empty")}</p>;
  return (
    <ul className="stack-2">
      {files.map((file) => (
        <li key={file.id} className="row-t t13">
          <FileText className="i" aria-hidden />
          <span className="grow">
            {isHeld(file) ? (
              <HeldFile file={file} />
            ) : (
              <a className="fw5 break-all" href={paths.file(file.id)} download>
                {file.name}
                <span className="vh"> {t("download", { name: file.name })}</span>
              </a>
            )}
            <span className="block t12 dim">
              {file.by} · {file.owner} · <Timestamp at={file.at} /> ·{" "}
              <span className="num">
                {size("kilobytes", { value: Math.max(1, Math.round(file.size / kilobyte)) })}
              </span>
            </span>
            <span className="block t12 dim" title={file.sha256}>
              {t("hash")} <span className="id">{file.sha256.slice(0, 16)}…</span>
            </span>
          </span>
          {isHeld(file) || act ? null : <Download className="i i-14" aria-hidden />}
          {act?.(file)}
        </li>
      ))}
    </ul>
  );
}

/** A file that the operator's scanner has not let through: nobody downloads it, and the other side does not see it. */
function HeldFile({ file }: { file: FileRow }) {
  const t = useTranslations("files.scan");
  return (
    <>
      <span className="fw5 break-all">{file.name} </span>
      {file.scan === "waiting" ? (
        <>
          <Badge tone="amber">{t("waiting")}</Badge>
          <span className="block t12 mut">{t("waitingText")}</span>
        </>
      ) : (
        <Badge tone="red">
          {file.scanReason === "unexamined"
            ? t("unexamined")
            : t("refused", { reason: file.scanReason ?? "" })}
        </Badge>
      )}
    </>
  );
}
