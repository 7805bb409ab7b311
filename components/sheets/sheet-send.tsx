"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { Progress } from "@/components/ui/progress";
import { answerItemsAction } from "@/lib/requests/desk/actions";
import type { SheetRow } from "@/lib/requests/sheets/types";

/** Answers of one act: enough to be quick, few enough that progress is seen. */
const atOnce = 100;
type Part = { key: string; requestId: string; rows: SheetRow[] };

/** The ready rows in parts of one request each; every part keeps its key, so that sending again has no second effect. */
function partsOf(rows: readonly SheetRow[]): Part[] {
  const byRequest = new Map<string, SheetRow[]>();
  for (const row of rows)
    if (row.state === "ready" && row.requestId)
      byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row]);
  return [...byRequest].flatMap(([requestId, own]) =>
    Array.from({ length: Math.ceil(own.length / atOnce) }, (_, index) => ({
      key: crypto.randomUUID(),
      requestId,
      rows: own.slice(index * atOnce, (index + 1) * atOnce),
    })),
  );
}

/** Sends what is ready, part by part, and says how far it is; what failed can be sent again. */
export function SheetSend({ rows, onSent }: { rows: readonly SheetRow[]; onSent: () => void }) {
  const t = useTranslations("sheets");
  const problemWords = useProblemWords();
  const parts = useMemo(() => partsOf(rows), [rows]);
  const done = useRef(new Set<string>());
  const [sent, setSent] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const all = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const wrong = rows.filter(({ state }) => state === "wrong").length;

  async function send(): Promise<void> {
    setPending(true);
    setProblem(null);
    let refused: string | null = null;
    for (const part of parts.filter(({ key }) => !done.current.has(key))) {
      const result = await answerItemsAction({
        key: part.key,
        requestId: part.requestId,
        answers: part.rows.map(({ itemId, itemVersion, answer }) => ({ itemId, itemVersion, answer })),
      }).catch(() => null);
      if (result?.ok) {
        done.current.add(part.key);
        setSent((before) => before + part.rows.length);
      } else {
        // The next request may go through all the same; without a connection none will.
        refused = `${part.rows[0]?.code}: ${problemWords(result?.code ?? "unreachable")}`;
        if (!result) break;
      }
    }
    setPending(false);
    if (refused) return setProblem(refused);
    onSent();
  }

  if (all === 0) return wrong > 0 ? <Note tone="amber">{t("mendFirst", { count: wrong })}</Note> : null;
  return (
    <div className="stack-2">
      {wrong > 0 ? <Note tone="amber">{t("wrongStay", { count: wrong })}</Note> : null}
      <div className="row wrap">
        <Button look="primary" pending={pending} onClick={() => void send()}>
          {t(sent > 0 && !pending ? "sendRest" : "send", { count: all - sent })}
        </Button>
        {sent > 0 || pending ? (
          <span className="grow">
            <Progress value={sent} max={all} label={t("progress", { sent, all })} />
            <span className="t12 mut num" role="status">
              {t("progress", { sent, all })}
            </span>
          </span>
        ) : null}
      </div>
      <FormProblem problem={problem} />
    </div>
  );
}
