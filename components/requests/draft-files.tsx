"use client";

import { FileText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import type { FileRow } from "@/lib/files/types";
import type { NamedFile } from "@/lib/requests/draft-options";
import type { DraftValues } from "./draft-values";

/**
 * The draft's files. Before it is first saved they lie in the case's file: there they stay when they are taken off the draft, and
 * they are tied to the request when it is saved. Tied ones stay.
 */
export function DraftFiles({
  caseId,
  requestId,
  files,
  caseFiles,
}: {
  caseId: string;
  requestId?: string;
  files: readonly FileRow[];
  caseFiles: readonly NamedFile[];
}) {
  const t = useTranslations("requests.form");
  const { control, getValues, setValue } = useFormContext<DraftValues>();
  const chosen = useWatch({ control, name: "attachmentIds" });
  const [added, setAdded] = useState<readonly NamedFile[]>([]);
  const loose = chosen.flatMap((id) => [...added, ...caseFiles].find((file) => file.id === id) ?? []);
  const choose = (ids: string[]) => setValue("attachmentIds", ids, { shouldDirty: true });
  return (
    <Card title={t("files")}>
      <div className="stack">
        <FileUploads
          caseId={caseId}
          requestId={requestId}
          onAdded={(uploaded) => {
            if (requestId) return;
            setAdded((before) => [...before, ...uploaded]);
            choose([...getValues("attachmentIds"), ...uploaded.map(({ id }) => id)]);
          }}
        />
        {requestId ? <FileList files={files} /> : null}
        {requestId && files.length > 0 ? <p className="t12 mut">{t("filesStay")}</p> : null}
        {loose.length > 0 ? (
          <ul className="stack-1 t13" aria-label={t("files")}>
            {loose.map((file) => (
              <li key={file.id} className="row">
                <FileText className="i" aria-hidden />
                <span className="trunc">{file.name}</span>
                <IconButton
                  label={t("removeFile", { name: file.name })}
                  icon={<X className="i" aria-hidden />}
                  onClick={() => choose(getValues("attachmentIds").filter((id) => id !== file.id))}
                />
              </li>
            ))}
            <li className="t12 mut">{t("filesInCase")}</li>
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
