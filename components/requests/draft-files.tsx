"use client";

import { FileText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { FileUploads } from "@/components/files/file-uploads";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import type { NamedFile } from "@/lib/requests/drafting/types";
import type { DraftValues } from "./draft-values";

/**
 * The draft's files. They are sent into the case's file, where they stay when they are taken off the draft, and are tied to the
 * request when it is saved.
 */
export function DraftFiles({
  caseId,
  files,
  caseFiles,
}: {
  caseId: string;
  /** Those that the saved draft has. */
  files: readonly NamedFile[];
  caseFiles: readonly NamedFile[];
}) {
  const t = useTranslations("requests.form");
  const { control, getValues, setValue } = useFormContext<DraftValues>();
  const chosen = useWatch({ control, name: "attachmentIds" });
  const [added, setAdded] = useState<readonly NamedFile[]>([]);
  const loose = chosen.flatMap(
    (id) => [...added, ...files, ...caseFiles].find((file) => file.id === id) ?? [],
  );
  const choose = (ids: string[]) => setValue("attachmentIds", ids, { shouldDirty: true });
  return (
    <Card title={t("files")}>
      <div className="stack">
        <FileUploads
          caseId={caseId}
          onAdded={(uploaded) => {
            setAdded((before) => [...before, ...uploaded]);
            choose([...getValues("attachmentIds"), ...uploaded.map(({ id }) => id)]);
          }}
        />
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
