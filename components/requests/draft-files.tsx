"use client";

import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import type { Uploaded } from "@/components/files/use-upload";
import { Card } from "@/components/ui/card";
import type { FileRow } from "@/lib/files/types";
import type { DraftValues } from "./draft-values";

/** The draft's files. Before it is first saved they lie in the case's file and are tied to the request when it is. */
export function DraftFiles({
  caseId,
  requestId,
  files,
}: {
  caseId: string;
  requestId?: string;
  files: readonly FileRow[];
}) {
  const t = useTranslations("requests.form");
  const { getValues, setValue } = useFormContext<DraftValues>();
  const [added, setAdded] = useState<Uploaded[]>([]);
  return (
    <Card title={t("files")}>
      <div className="stack">
        <FileUploads
          caseId={caseId}
          requestId={requestId}
          onAdded={(uploaded) => {
            if (requestId) return;
            setAdded((before) => [...before, ...uploaded]);
            setValue("attachmentIds", [...getValues("attachmentIds"), ...uploaded.map(({ id }) => id)], {
              shouldDirty: true,
            });
          }}
        />
        {requestId ? <FileList files={files} /> : null}
        {added.length > 0 ? (
          <ul className="stack-1 t13">
            {added.map((file) => (
              <li key={file.id} className="row">
                <FileText className="i" aria-hidden />
                {file.name}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
