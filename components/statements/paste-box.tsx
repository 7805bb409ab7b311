"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { keepDraftAction } from "@/lib/drafts/actions";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { forgetFiled } from "./filed-here";
import { rememberOriginal } from "./original-here";
import { PasteField } from "./paste-field";

/** Where a statement is pasted on the police desk: it goes to the server and opens there. One that lies there is gone on with first. */
export function PasteBox({ keptAt }: { keptAt: string | null }) {
  const t = useTranslations("statement");
  const problemWords = useProblemWords();
  const router = useRouter();
  const [isFresh, setFresh] = useState(keptAt === null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function begin(text: string, file: File | null): Promise<void> {
    if (text.trim() === "") return;
    setPending(true);
    forgetFiled("statement:new");
    rememberOriginal("statement:new", text, file);
    const kept = await keepDraftAction({
      key: "statement:new",
      body: { text, key: crypto.randomUUID() },
    }).catch(() => null);
    if (kept?.ok) return router.push(paths.statement);
    setPending(false);
    setProblem(problemWords(kept?.code ?? "unreachable"));
  }

  return (
    <Card title={t("box")} className="dk-paste-card">
      {isFresh ? (
        <>
          <PasteField rows={3} pending={pending} onText={(text, file) => void begin(text, file ?? null)} />
          <FormProblem problem={problem} />
        </>
      ) : (
        <div className="stack-2">
          <p className="t13 mut">{t("unfinished", { time: formatDateTime(keptAt ?? "") })}</p>
          <div className="row wrap">
            <ButtonLink href={paths.statement} look="primary">
              {t("goOn")}
            </ButtonLink>
            <Button onClick={() => setFresh(true)}>{t("another")}</Button>
          </div>
        </div>
      )}
    </Card>
  );
}
