"use client";

import { useTranslations } from "next-intl";
import { useFactWords } from "@/components/audit/fact-words";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import type { Ask } from "@/lib/errors";

/** What is allowed and seldom meant, asked once more with the facts of the matter. words: admin.asks.* */
export function AskFirst({
  asks,
  pending,
  onSure,
  onClose,
}: {
  asks: readonly Ask[];
  pending: boolean;
  onSure: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("admin.asks");
  const factsOf = useFactWords();
  return (
    <Dialog
      open={asks.length > 0}
      onClose={onClose}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            {t("back")}
          </Button>
          <Button look="primary" onClick={onSure} pending={pending}>
            {t("sure")}
          </Button>
        </>
      }
    >
      <ul className="stack">
        {asks.map(({ code, subject, facts }, index) => (
          <li key={index} className="stack-2">
            <p>{t(code as "limitAtOnce")}</p>
            <DefinitionList pairs={factsOf({ type: subject, changes: facts })} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
