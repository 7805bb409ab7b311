"use client";

import { ClipboardPaste } from "@/components/icons/clipboard-paste";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Textarea } from "@/components/ui/textarea";
import { largestStatementFile, longestStatement } from "@/lib/statements/schema";
import { StatementFileTable } from "./statement-file-table";

/** Where a statement is pasted. A paste is read at once; what is typed waits for its button. */
export function PasteField({
  pending,
  rows = 12,
  onText,
}: {
  pending: boolean;
  rows?: number;
  /** With the file that the text was read from. */
  onText: (text: string, file?: File) => void;
}) {
  const t = useTranslations("statement");
  const field = useRef<HTMLTextAreaElement>(null);
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className="stack-2">
      <Textarea
        ref={field}
        rows={rows}
        maxLength={longestStatement}
        aria-label={t("pasteHere")}
        placeholder={t("pastePlaceholder")}
        aria-busy={pending}
        onPaste={() =>
          // After the browser has put it there.
          requestAnimationFrame(() => onText(field.current?.value ?? ""))
        }
      />
      {file ? (
        <StatementFileTable file={file} onText={(text) => onText(text, file)} onClose={() => setFile(null)} />
      ) : null}
      {file ? null : (
        <Field label={t("orFile")}>
          <FileInput
            files={[]}
            accept=".xlsx,.csv"
            maxBytes={largestStatementFile}
            onChange={([chosen]) => setFile(chosen ?? null)}
          />
        </Field>
      )}
      {/* The file has a button of its own. */}
      {file ? null : (
        <div className="row between wrap">
          <span className="t12 dim">{t("pasteHint")}</span>
          <Button
            look="primary"
            pending={pending}
            icon={<ClipboardPaste className="i" aria-hidden />}
            onClick={() => onText(field.current?.value ?? "")}
          >
            {t("readIt")}
          </Button>
        </div>
      )}
    </div>
  );
}
