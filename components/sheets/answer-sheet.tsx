"use client";

import { Download } from "@/components/icons/download";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { buttonLook } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { paths } from "@/lib/paths";
import type { SheetPreview } from "@/lib/requests/sheets/types";
import { type Fates, withFates } from "./row-fates";
import { SentNote } from "./sent-note";
import { SheetRows } from "./sheet-rows";
import { SheetSend } from "./sheet-send";
import { SheetUpload } from "./sheet-upload";
import { useReading } from "./use-reading";

const nothing: Fates = new Map();

/** Out with what is to be answered, in with the answers: what each row would do is seen before anything is sent. */
export function AnswerSheet({ requestId, maxBytes }: { requestId?: string; maxBytes: number }) {
  const t = useTranslations("sheets");
  const fields = useTranslations("answers.fields");
  const [fates, setFates] = useState<{ file: File | null; of: Fates }>({ file: null, of: nothing });
  const reading = useReading<SheetPreview>(paths.answerBook(), (code, name) =>
    code === "notOurs" || code === "rows" ? t(`refused.${code}`, { name }) : null,
  );
  const { file, preview, count, again } = reading;
  const known = fates.file === file ? fates.of : nothing;
  const labelOf = (key: string) => (fields.has(key as "note") ? fields(key as "note") : t("columns.outcome"));
  const rows = withFates(preview?.rows ?? [], known, labelOf);
  const told = (more: Fates) =>
    setFates((before) => ({ file, of: new Map([...(before.file === file ? before.of : []), ...more]) }));

  return (
    <div className="stack">
      <Card title={t("out")}>
        <div className="stack-2">
          <p className="t13 mut">{t(requestId ? "outHintOne" : "outHint")}</p>
          <p>
            <a className={buttonLook({ look: "plain" })} href={paths.answerBook(requestId)} download>
              <Download className="i" aria-hidden />
              {t("take")}
            </a>
          </p>
        </div>
      </Card>
      <Card title={t("in")}>
        <div className="stack-2">
          <p className="t13 mut">{t("inHint")}</p>
          <SheetUpload reading={reading} label={t("file")} accept=".xlsx" maxBytes={maxBytes} />
        </div>
      </Card>
      {preview ? (
        <>
          {preview.rows.every(({ state }) => state === "blank") ? (
            <Note tone="amber">{t("nothing", { name: file?.name ?? "" })}</Note>
          ) : null}
          <SentNote rows={rows} />
          <SheetSend
            key={`${count}`}
            rows={preview.rows}
            shown={rows}
            beside={preview.beside}
            fates={known}
            onTold={told}
            onSent={again}
          />
          <SheetRows rows={rows} fates={known} preview={preview} />
        </>
      ) : null}
    </div>
  );
}
