"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { endSessionsAction } from "@/lib/access/account-actions";

export type SessionRow = {
  id: string;
  device: string | null;
  started: string;
  seen: string;
  current: boolean;
  half: boolean;
};

/** One's own sessions; any of them ended here is dead on its next request. */
export function SessionList({ rows }: { rows: SessionRow[] }) {
  const t = useTranslations("account");
  const words = useProblemWords();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const end = (sessionId?: string) =>
    start(async () => {
      const result = await reached(endSessionsAction(sessionId ? { sessionId } : {}));
      setProblem(result.ok ? null : words(result.code));
    });
  return (
    <div className="stack-3">
      <FormProblem problem={problem} />
      <ul className="stack-2">
        {rows.map(({ id, device, started, seen, current, half }) => (
          <li key={id} className="row between wrap">
            <span className="stack-1">
              <span>{device ?? t("unknownDevice")}</span>
              <span className="t12 mut">{t("sessionTimes", { started, seen })}</span>
              {half ? <span className="t12 c-amber">{t("halfSession")}</span> : null}
            </span>
            {current ? (
              <Badge tone="green">{t("thisSession")}</Badge>
            ) : (
              <Button size="sm" look="danger" pending={pending} onClick={() => end(id)}>
                {t("endSession")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 ? (
        <div className="row">
          <Button look="danger" pending={pending} onClick={() => end()}>
            {t("endOthers")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
