"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { closeFeedAction, openFeedAction } from "@/lib/agenda/actions";
import type { Reach } from "@/lib/agenda/types";
import { formatDateTime } from "@/lib/i18n/local-time";

type Row = { id: string; reach: Reach; createdAt: string; lastUsedAt: string | null };
const reaches: readonly Reach[] = ["own", "team"];

/**
 * One's addresses for a calendar program outside: made, shown this once, renewed and revoked. words: agenda.feed.*
 */
export function FeedCard({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("agenda.feed");
  const words = useProblemWords();
  const language = useLocale() === "en" ? "en" : "vi";
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [address, setAddress] = useState<{ reach: Reach; url: string | null } | null>(null);
  const [closed, setClosed] = useState(false);

  const open = (reach: Reach) =>
    start(async () => {
      const result = await reached(openFeedAction({ key: crypto.randomUUID(), reach, language }));
      setClosed(false);
      setProblem(result.ok ? null : words(result.code));
      if (result.ok)
        setAddress({ reach, url: result.data.path ? `${window.location.origin}${result.data.path}` : null });
    });
  const close = (feedId: string) =>
    start(async () => {
      const result = await reached(closeFeedAction({ key: crypto.randomUUID(), feedId }));
      setAddress(null);
      setClosed(result.ok);
      setProblem(result.ok ? null : words(result.code));
    });

  return (
    <Card title={t("title")}>
      <div className="stack-3">
        <p className="t13 mut">{t("lead")}</p>
        <FormProblem problem={problem} />
        {closed ? <Note tone="green">{t("closed")}</Note> : null}
        <ul className="stack-3">
          {reaches.map((reach) => {
            const row = rows.find((one) => one.reach === reach);
            return (
              <li key={reach} className="stack-2">
                <span className="row between wrap">
                  <span className="stack-1">
                    <span>{t(reach)}</span>
                    <span className="t12 mut">
                      {row
                        ? `${t("times", { created: formatDateTime(row.createdAt) })}. ${row.lastUsedAt ? t("used", { at: formatDateTime(row.lastUsedAt) }) : t("unused")}`
                        : t("none")}
                    </span>
                  </span>
                  <span className="row wrap">
                    <Button size="sm" pending={pending} onClick={() => open(reach)}>
                      {t(row ? "renew" : "open")}
                    </Button>
                    {row ? (
                      <Button size="sm" look="danger" pending={pending} onClick={() => close(row.id)}>
                        {t("close")}
                      </Button>
                    ) : null}
                  </span>
                </span>
                {address?.reach === reach ? (
                  <Note tone="amber">
                    {address.url ? (
                      <span className="stack-1">
                        {t("shown")}
                        <input className="input id" readOnly aria-label={t("address")} value={address.url} />
                      </span>
                    ) : (
                      t("again")
                    )}
                  </Note>
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
    </Card>
  );
}
