"use client";

import { AtSign } from "@/components/icons/at-sign";
import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import { readHandoverAction } from "@/lib/requests/handover/actions";
import type { HandoverRow } from "@/lib/requests/handover/types";
import type { MentionRow } from "@/lib/requests/thread/types";

/** What colleagues left for the reader since he last looked, where there is anything: hand-overs until he says that he read them, and where he was named. */
export function HandoverNotes({
  rows,
  mentions,
}: {
  rows: readonly HandoverRow[];
  mentions: readonly MentionRow[];
}) {
  const t = useTranslations("handover");
  return (
    <div className="stack-2 no-print">
      {rows.map((row) => (
        <Left key={row.id} row={row} />
      ))}
      {mentions.length > 0 ? (
        <Note tone="blue" title={t("mentions", { count: mentions.length })}>
          <span className="row wrap">
            {mentions.map(({ requestId, code, by, at }) => (
              <Link
                key={`${requestId} ${at}`}
                href={`${paths.request(requestId)}#thread`}
                className="row g1 nw"
              >
                <AtSign className="i i-14" aria-hidden />
                {by}: <span className="num">{code}</span>
              </Link>
            ))}
          </span>
        </Note>
      ) : null}
    </div>
  );
}

function Left({ row }: { row: HandoverRow }) {
  const t = useTranslations("handover");
  const [pending, start] = useTransition();
  return (
    <Note
      tone="amber"
      title={
        <span className="row wrap">
          <ArrowRightLeft className="i" aria-hidden />
          {t("from", { who: row.from, count: row.count })}
          <Timestamp at={row.at} className="dim t12" />
        </span>
      }
    >
      <span className="row wrap">
        <span className="prose grow">{row.note}</span>
        <Button
          size="sm"
          pending={pending}
          onClick={() =>
            start(async () => {
              await readHandoverAction({ handoverId: row.id }).catch(() => undefined);
            })
          }
        >
          {t("read")}
        </Button>
      </span>
    </Note>
  );
}
