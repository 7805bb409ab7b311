"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PartsFoot } from "@/components/sheets/parts-foot";
import { partsOf, useParts } from "@/components/sheets/use-parts";
import { Note } from "@/components/ui/note";
import { addCaseTargetsAction } from "@/lib/cases/actions";
import type { TargetSheetRow } from "@/lib/requests/targets-in/types";

/** A row of the file with the case's own id of its target. */
export type StoredRow = TargetSheetRow & { targetId: string };

/**
 * Stores the new rows with the case, part by part, through the same act as targets that are typed; then gives all rows that are on
 * the case now. For a request those that were there before are meant as well.
 */
export function TargetStore({
  caseId,
  rows,
  most,
  onStored,
}: {
  caseId: string;
  rows: readonly TargetSheetRow[];
  /** Of a request: how many targets it takes. */
  most?: number;
  onStored: (rows: StoredRow[]) => void;
}) {
  const t = useTranslations("sheets");
  const parts = useMemo(
    () =>
      partsOf(
        rows.filter(({ state }) => state === "ready"),
        ({ sheet, row }) => t("at", { sheet, row }),
      ),
    [rows, t],
  );
  const sending = useParts(
    parts,
    (part) =>
      addCaseTargetsAction({
        key: part.key,
        caseId,
        targets: part.rows.map(({ kind, value, institutionId, holderName, note }) => ({
          kind,
          value,
          institutionId: institutionId ?? undefined,
          holderName: holderName || undefined,
          note: note || undefined,
        })),
      }),
    (results) =>
      onStored([
        ...parts.flatMap(({ key, rows: own }) =>
          own.map((row, index) => ({ ...row, targetId: results.get(key)!.targetIds[index]! })),
        ),
        ...rows.flatMap((row) =>
          row.state === "same" && row.targetId ? [{ ...row, targetId: row.targetId }] : [],
        ),
      ]),
  );
  const { sent, all, pending } = sending;
  const countOf = (state: TargetSheetRow["state"]) => rows.filter((row) => row.state === state).length;
  const [wrong, meant] = [countOf("wrong"), all + (most === undefined ? 0 : countOf("same"))];
  const isOver = most !== undefined && meant > most;

  if (meant === 0) return wrong > 0 ? <Note tone="amber">{t("mendFirst", { count: wrong })}</Note> : null;
  return (
    <div className="stack-2">
      {wrong > 0 ? <Note tone="amber">{t("targets.wrongStay", { count: wrong })}</Note> : null}
      {isOver ? <Note tone="red">{t("targets.overRequest", { limit: most, count: meant })}</Note> : null}
      <PartsFoot
        sending={sending}
        disabled={isOver}
        label={
          most === undefined
            ? t(sent > 0 && !pending ? "targets.storeRest" : "targets.store", { count: all - sent })
            : t("targets.choose", { count: meant - sent })
        }
        progress={t("targets.progress", { sent, all })}
      />
    </div>
  );
}
