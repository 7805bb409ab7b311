"use client";

import { ClipboardPaste } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { longestStatement } from "@/lib/statements/schema";

/** Where a statement is pasted. A paste is read at once; what is typed waits for its button. */
export function PasteField({
  pending,
  rows = 12,
  onText,
}: {
  pending: boolean;
  rows?: number;
  onText: (text: string) => void;
}) {
  const t = useTranslations("statement");
  const field = useRef<HTMLTextAreaElement>(null);
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
    </div>
  );
}
