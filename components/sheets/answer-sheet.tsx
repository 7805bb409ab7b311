"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { buttonLook } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { paths } from "@/lib/paths";
import type { SheetPreview } from "@/lib/requests/sheets/types";
import { SheetRows } from "./sheet-rows";
import { SheetSend } from "./sheet-send";
import { SheetUpload } from "./sheet-upload";
import { useReading } from "./use-reading";

/** Out with what is to be answered, in with the answers: what each row would do is seen before anything is sent. */
export function AnswerSheet({ requestId, maxBytes }: { requestId?: string; maxBytes: number }) {
  const t = useTranslations("sheets");
  const reading = useReading<SheetPreview>(paths.answerBook(), (code) =>
    code === "notOurs" || code === "rows" ? t(`refused.${code}`) : null,
  );
  const { file, preview, again } = reading;

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
          {preview.rows.length === 0 ? <Note tone="amber">{t("nothing")}</Note> : null}
          <SheetSend rows={preview.rows} key={file?.lastModified} onSent={again} />
          <SheetRows preview={preview} />
        </>
      ) : null}
    </div>
  );
}
