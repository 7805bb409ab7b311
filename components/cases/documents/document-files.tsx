"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DocumentRow } from "@/lib/cases/documents/types";
import { paths } from "@/lib/paths";
import { isHeld } from "./document-name";

const kilobyte = 1024;

/** What can be downloaded of a paper: the file itself, or PDF and Word of what the portal writes. */
export function DocumentFiles({ row }: { row: DocumentRow }) {
  const t = useTranslations("cases.documents");
  const size = useTranslations("ui.files");
  if (row.name !== null && isHeld(row)) return null;
  if (row.name !== null)
    return (
      <a className="btn btn-sm" href={paths.file(row.id)} download>
        <Download className="i" aria-hidden />
        <span className="num">
          {size("kilobytes", { value: Math.max(1, Math.round((row.size ?? 0) / kilobyte)) })}
        </span>
        <span className="vh"> {row.name}</span>
      </a>
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
