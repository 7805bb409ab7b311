"use client";

import { useTranslations } from "next-intl";
import { Live } from "@/components/notices/live";
import { KeyHints } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import type { QueueFilter } from "@/lib/requests/queue/filter";
import type { DeskFigures as Figures, QueueReading, QueueUnit } from "@/lib/requests/queue/types";
import type { ReactNode } from "react";
import { HandoverButton } from "@/components/handover/handover-button";
import type { Colleague } from "@/lib/requests/desk/types";
import { paths } from "@/lib/paths";
import { LazyDeskFigures } from "./lazy-desk";
import { QueueList } from "./queue-list";
import { QueueTabs } from "./queue-tabs";
import { useLiveReading } from "./use-live-reading";

/** What waits for an answer: tabs with their counts, filters, the list, and the keys that work in it. */
export function QueueScreen({
  reading: read,
  filter,
  units,
  kindCodes,
  figures,
  isManager,
  colleagues,
  mayHandOver,
  notes,
}: {
  reading: QueueReading;
  filter: QueueFilter;
  units: readonly QueueUnit[];
  kindCodes: readonly string[];
  /** The desk's own figures, for its manager. */
  figures: Figures | null;
  isManager: boolean;
  colleagues: readonly Colleague[];
  /** Whether the reader holds requests by his role. */
  mayHandOver: boolean;
  /** What colleagues left for the reader. */
  notes?: ReactNode;
}) {
  const t = useTranslations("queue");
  const [reading, readAlone] = useLiveReading(read, filter);
  const hints = [
    { keys: ["j", "k"], does: t("keys.move") },
    { keys: ["Enter"], does: t("keys.open") },
    { keys: ["e"], does: t("keys.answer") },
    { keys: ["x"], does: t("keys.choose") },
    ...(isManager ? [{ keys: ["a"], does: t("keys.assign") }] : []),
    { keys: ["/"], does: t("keys.filter") },
    { keys: ["?"], does: t("keys.all") },
  ];
  return (
    <section className="lq-list" aria-labelledby="queue-title">
      <Live alert alone={readAlone} />
      <div className="lq-head">
        <div className="row between wrap">
          <h1 className="h1" id="queue-title">
            {t("title")}
          </h1>
          {figures ? <LazyDeskFigures figures={figures} /> : null}
          <span className="row wrap">
            {mayHandOver ? <HandoverButton /> : null}
            <Link className="t13" href={paths.answerSheet}>
              {t("sheet")}
            </Link>
          </span>
        </div>
        {notes}
        <QueueTabs counts={reading.counts} filter={filter} />
      </div>
      <QueueList
        reading={reading}
        filter={filter}
        units={units}
        kindCodes={kindCodes}
        colleagues={colleagues}
        mayHandOver={mayHandOver}
      />
      <div className="lq-keys wide no-print">
        <KeyHints hints={hints} />
      </div>
    </section>
  );
}
