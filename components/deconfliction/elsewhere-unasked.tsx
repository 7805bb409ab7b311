"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { mostNewAnHour } from "@/lib/deconfliction/schema";
import type { ElsewhereFound } from "./use-elsewhere";

/** That nobody knows yet whether other units hold these too: without it, no chip would read as "nobody". */
export function ElsewhereUnasked({ elsewhere: { unasked, askAgain } }: { elsewhere: ElsewhereFound }) {
  const t = useTranslations("deconfliction");
  if (!unasked) return null;
  return (
    <Note
      tone="amber"
      announce
      action={
        <Button size="sm" onClick={askAgain}>
          {t("askAgain")}
        </Button>
      }
    >
      {t(unasked.code === "too-many" ? "unaskedMany" : "unasked", {
        count: unasked.count,
        most: mostNewAnHour,
      })}
    </Note>
  );
}
