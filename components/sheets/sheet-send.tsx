"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Note } from "@/components/ui/note";
import { answerItemsAction } from "@/lib/requests/desk/actions";
import type { BesideRequest, SheetRow } from "@/lib/requests/sheets/types";
import { PartsFoot } from "./parts-foot";
import { type Fate, type Fates, isPassing, refusedFates } from "./row-fates";
import { SheetSums } from "./sheet-sums";
import { partsOf, useParts } from "./use-parts";

/** The rows that wait to be sent in parts of one request each; what was refused for good is among them no more. */
function partsByRequest(rows: readonly SheetRow[], fates: Fates) {
  const byRequest = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const isOver = row.itemId !== null && (fates.get(row.itemId)?.is ?? "sent") !== "sent";
    if (row.state === "ready" && row.requestId && !isOver)
      byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row]);
  }
  return [...byRequest.values()].flatMap((own) => partsOf(own, ({ code }) => code));
}

/**
 * Sends what is ready, part by part, and says how far it is. Without a connection the rest waits under its keys for the next press;
 * whatever the portal said is looked up in the file's rows once more.
 */
export function SheetSend({
  rows,
  shown,
  beside,
  fates,
  onTold,
  onSent,
}: {
  /** As they were read. */
  rows: readonly SheetRow[];
  /** With what became of them since. */
  shown: readonly SheetRow[];
  /** What lies beside the requests: a file that lies ready goes out with the first answer. */
  beside: Readonly<Record<string, BesideRequest>>;
  fates: Fates;
  onTold: (fates: ReadonlyMap<string, Fate>) => void;
  onSent: () => void;
}) {
  const t = useTranslations("sheets");
  // Of one reading: what is sent meanwhile stays a part under its key.
  const [parts] = useState(() => partsByRequest(rows, fates));
  const sending = useParts(
    parts,
    async (part) => {
      const result = await answerItemsAction({
        key: part.key,
        requestId: part.rows[0]!.requestId,
        answers: part.rows.map(({ itemId, itemVersion, answer }) => ({ itemId, itemVersion, answer })),
      });
      const at = new Date().toISOString();
      if (result.ok) onTold(new Map(part.rows.map(({ itemId }) => [itemId!, { is: "sent", at }])));
      return result;
    },
    onSent,
    (refusals) => {
      onTold(refusedFates(refusals));
      if (refusals.some(isPassing)) return false;
      onSent();
      return true;
    },
  );
  const { sent, all, pending } = sending;
  const wrong = shown.filter(({ state }) => state === "wrong").length;

  const asked = new Set(
    shown.flatMap(({ state, requestId }) => (state === "ready" && requestId ? requestId : [])),
  );
  const files = [...asked].reduce((sum, id) => sum + (beside[id]?.files ?? 0), 0);
  const isRest = sent > 0 && !pending;

  // All of it has gone: what is to be said of it stands above, and the file is being read once more.
  if (all > 0 && sent === all && !pending) return null;
  if (all === 0) return wrong > 0 ? <Note tone="amber">{t("mendFirst", { count: wrong })}</Note> : null;
  return (
    <div className="stack-2">
      {wrong > 0 ? <Note tone="amber">{t("wrongStay", { count: wrong })}</Note> : null}
      <SheetSums rows={rows} />
      <PartsFoot
        sending={sending}
        label={
          files > 0
            ? t(isRest ? "sendRestWithFiles" : "sendWithFiles", { count: all - sent, files })
            : t(isRest ? "sendRest" : "send", { count: all - sent })
        }
        progress={t("progress", { sent, all })}
      />
    </div>
  );
}
