"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SheetUpload } from "@/components/sheets/sheet-upload";
import { useReading } from "@/components/sheets/use-reading";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import type { TargetPreview, TargetSheetRow } from "@/lib/requests/targets-in/types";
import { TargetRows } from "./target-rows";
import { type StoredRow, TargetStore } from "./target-store";
import { TemplateCard } from "./template-card";

/** The request that a list is brought to: its kind, how many targets it takes, which of them its addressee may be asked about. */
export type ForRequest = {
  kindCode: string;
  most: number;
  fits: (row: TargetSheetRow) => boolean;
  onStored: (rows: StoredRow[]) => void;
};

/** A template out, a list in: what each row would add to the case is seen before anything is stored. */
export function TargetSheet({
  caseId,
  maxBytes,
  mayDraft = false,
  request,
}: {
  caseId: string;
  maxBytes: number;
  mayDraft?: boolean;
  request?: ForRequest;
}) {
  const t = useTranslations("sheets");
  const toast = useToast();
  const router = useRouter();
  const [stored, setStored] = useState(0);
  const reading = useReading<TargetPreview>(
    paths.caseTargetsFile(caseId),
    (code, name) => (code === "noHeads" || code === "rows" ? t(`targets.refused.${code}`, { name }) : null),
    request ? { for: request.kindCode } : {},
  );
  const { file, preview, again } = reading;
  const rows = preview?.rows ?? [];
  const isThere = rows.length > 0 && rows.every(({ state }) => state === "same" || state === "twice");
  const elsewhere = request
    ? rows.filter((row) => (row.state === "ready" || row.state === "same") && !request.fits(row)).length
    : 0;

  function onStored(now: StoredRow[]): void {
    if (request) return request.onStored(now);
    const count = now.filter(({ state }) => state === "ready").length;
    setStored(stored + count);
    toast(t("targets.stored", { count }));
    router.refresh();
    // Looked at again: every row says now that it is there.
    again();
  }

  return (
    <div className="stack">
      <TemplateCard caseId={caseId} kindCode={request?.kindCode} />
      <Card title={t("targets.in")}>
        <div className="stack-2">
          <p className="t13 mut">{t("targets.inHint")}</p>
          <SheetUpload reading={reading} label={t("targets.file")} accept=".xlsx,.csv" maxBytes={maxBytes} />
        </div>
      </Card>
      {preview ? (
        <>
          <Summary preview={preview} />
          {elsewhere > 0 ? (
            <Note tone="amber">{t("targets.otherAddressee", { count: elsewhere })}</Note>
          ) : null}
          <TargetStore
            key={`${file?.name}${file?.lastModified}`}
            caseId={caseId}
            rows={rows}
            most={request?.most}
            onStored={onStored}
          />
          {!request && isThere ? (
            <Note
              tone="green"
              action={
                mayDraft ? (
                  <ButtonLink size="sm" look="primary" href={paths.newRequest(caseId)}>
                    {t("targets.draft")}
                  </ButtonLink>
                ) : undefined
              }
            >
              {stored > 0 ? t("targets.stored", { count: stored }) : t("targets.allThere")}
            </Note>
          ) : null}
          <TargetRows rows={rows} />
        </>
      ) : null}
    </div>
  );
}

/** How many rows do what, and what of the file is not read at all. */
function Summary({ preview: { rows, unread } }: { preview: TargetPreview }) {
  const t = useTranslations("sheets.targets");
  const countOf = (state: TargetSheetRow["state"]) => rows.filter((row) => row.state === state).length;
  const names = (parts: (string | null)[]) => [...new Set(parts)].filter(Boolean).join(", ");
  const columns = names(unread.map(({ column }) => column));
  const sheets = names(unread.filter(({ column }) => column === null).map(({ sheet }) => sheet));
  const counts = {
    ready: countOf("ready"),
    same: countOf("same"),
    twice: countOf("twice"),
    wrong: countOf("wrong"),
  };
  return (
    <>
      {rows.length === 0 ? (
        <Note tone="amber">{t("nothing")}</Note>
      ) : (
        <p className="num" role="status">
          {t("summary", counts)}
        </p>
      )}
      {columns ? <Note tone="amber">{t("unreadColumn", { names: columns })}</Note> : null}
      {sheets ? <Note tone="amber">{t("unreadSheet", { names: sheets })}</Note> : null}
    </>
  );
}
