"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Note } from "@/components/ui/note";
import { answerItemsAction } from "@/lib/requests/desk/actions";
import type { SheetRow } from "@/lib/requests/sheets/types";
import { PartsFoot } from "./parts-foot";
import { SheetSums } from "./sheet-sums";
import { partsOf, useParts } from "./use-parts";

/** The ready rows in parts of one request each. */
function partsByRequest(rows: readonly SheetRow[]) {
  const byRequest = new Map<string, SheetRow[]>();
  for (const row of rows)
    if (row.state === "ready" && row.requestId)
      byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row]);
  return [...byRequest.values()].flatMap((own) => partsOf(own, ({ code }) => code));
}

/** Sends what is ready, part by part, and says how far it is; what failed can be sent again. */
export function SheetSend({ rows, onSent }: { rows: readonly SheetRow[]; onSent: () => void }) {
  const t = useTranslations("sheets");
  const parts = useMemo(() => partsByRequest(rows), [rows]);
  const sending = useParts(
    parts,
    (part) =>
      answerItemsAction({
        key: part.key,
        requestId: part.rows[0]!.requestId,
        answers: part.rows.map(({ itemId, itemVersion, answer }) => ({ itemId, itemVersion, answer })),
      }),
    onSent,
  );
  const { sent, all, pending } = sending;
  const wrong = rows.filter(({ state }) => state === "wrong").length;

  if (all === 0) return wrong > 0 ? <Note tone="amber">{t("mendFirst", { count: wrong })}</Note> : null;
  return (
    <div className="stack-2">
      {wrong > 0 ? <Note tone="amber">{t("wrongStay", { count: wrong })}</Note> : null}
      <SheetSums rows={rows} />
      <PartsFoot
        sending={sending}
        label={t(sent > 0 && !pending ? "sendRest" : "send", { count: all - sent })}
        progress={t("progress", { sent, all })}
      />
    </div>
  );
}
