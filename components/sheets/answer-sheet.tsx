"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { buttonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { paths } from "@/lib/paths";
import type { SheetPreview, SheetReading } from "@/lib/requests/sheets/types";
import { SheetRows } from "./sheet-rows";
import { SheetSend } from "./sheet-send";

type Answer = { ok: true; data: SheetReading } | { ok: false; code: string };
const ownRefusals = new Set(["notOurs", "rows"]);

/** Out with what is to be answered, in with the answers: what each row would do is seen before anything is sent. */
export function AnswerSheet({ requestId, maxBytes }: { requestId?: string; maxBytes: number }) {
  const t = useTranslations("sheets");
  const files = useTranslations("files.refused");
  const problemWords = useProblemWords();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<SheetPreview | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function read(chosen: File): Promise<void> {
    setFile(chosen);
    setPreview(null);
    setProblem(null);
    setPending(true);
    const form = new FormData();
    form.set("file", chosen);
    const answer = await fetch(paths.answerBook(), { method: "POST", body: form })
      .then((response) => response.json() as Promise<Answer>)
      .catch(() => null);
    setPending(false);
    if (!answer?.ok) return setProblem(problemWords((answer?.code ?? "unreachable") as "unreachable"));
    if (answer.data.ok) return setPreview(answer.data.preview);
    const { code } = answer.data;
    setProblem(ownRefusals.has(code) ? t(`refused.${code as "rows"}`) : files(code as "extension"));
  }

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
          <Field label={t("file")} required>
            <FileInput
              files={file ? [file] : []}
              accept=".xlsx"
              maxBytes={maxBytes}
              onChange={([chosen]) => {
                if (chosen) void read(chosen);
                else {
                  setFile(null);
                  setPreview(null);
                }
              }}
            />
          </Field>
          {pending ? (
            <p role="status" className="t13 mut">
              {t("reading")}
            </p>
          ) : null}
          <FormProblem problem={problem} />
        </div>
      </Card>
      {preview ? (
        <>
          {preview.rows.length === 0 ? <Note tone="amber">{t("nothing")}</Note> : null}
          <SheetSend rows={preview.rows} key={file?.lastModified} onSent={() => file && void read(file)} />
          <SheetRows preview={preview} />
        </>
      ) : null}
    </div>
  );
}
