"use client";

import { Download } from "@/components/icons/download";
import { useTranslations } from "next-intl";
import type { DocumentRow } from "@/lib/cases/documents/types";
import { paths } from "@/lib/paths";

const kilobyte = 1024;

/** PDF and Word of what the portal writes; of a file its size, for its name is the way to it. */
export function DocumentFiles({ row }: { row: DocumentRow }) {
  const t = useTranslations("cases.documents");
  const size = useTranslations("ui.files");
  if (row.name !== null)
    return (
      <span className="num nw mut">
        {size("kilobytes", { value: Math.max(1, Math.round((row.size ?? 0) / kilobyte)) })}
      </span>
    );
  const address = (type: "pdf" | "docx") =>
    row.kind === "restitution"
      ? paths.restitutionFile(row.id, type)
      : row.kind === "minutes"
        ? paths.minutesFile(row.id, type)
        : paths.letterFile(row.requestId!, type);
  return (
    <span className="row doc-files">
      {(["pdf", "docx"] as const).map((type) => (
        <a key={type} className="btn btn-sm" href={address(type)} download>
          <Download className="i" aria-hidden />
          {t(type)}
          <span className="vh"> {row.number ?? row.requestCode}</span>
        </a>
      ))}
    </span>
  );
}
