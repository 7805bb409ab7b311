"use client";

import { FileText } from "@/components/icons/file-text";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
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
export function DraftFiles({ caseId, caseFiles }: { caseId: string; caseFiles: readonly NamedFile[] }) {
  const t = useTranslations("requests.form");
  const { getValues, setValue } = useFormContext<DraftValues>();
  const loose = useAttached(caseFiles);
  const choose = (ids: string[]) => setValue("attachmentIds", ids, { shouldDirty: true });
  return (
    <Card title={t("files")}>
      <div className="stack">
        <FileUploads
          caseId={caseId}
          onAdded={(uploaded) => {
            setValue("namedFiles", [
              ...getValues("namedFiles"),
              ...uploaded.map(({ id, name }) => ({ id, name })),
            ]);
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

/** The files that the draft has now, by name: of a file that is only named by its id nothing can be shown. */
export function useAttached(caseFiles: readonly NamedFile[]): NamedFile[] {
  const { control } = useFormContext<DraftValues>();
  const [chosen, named] = useWatch({ control, name: ["attachmentIds", "namedFiles"] });
  return chosen.flatMap((id) => [...named, ...caseFiles].find((file) => file.id === id) ?? []);
}
