"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useCodeWords } from "@/components/forms/field-words";
import { useFormKey } from "@/components/forms/use-form-key";
import { SheetUpload } from "@/components/sheets/sheet-upload";
import { useReading } from "@/components/sheets/use-reading";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { TableHead } from "@/components/ui/table-head";
import { useToast } from "@/components/ui/toast";
import { importRosterAction } from "@/lib/duty/actions";
import { type RosterPreview, type RosterRow, rosterColumns } from "@/lib/duty/roster-sheet";
import { paths } from "@/lib/paths";

const tones = { ready: "green", same: "grey", wrong: "red" } as const;

/** A template out, a filled roster in: what each row would add is seen, row by row and column by column, before anything is stored. */
export function RosterSheet({ maxBytes }: { maxBytes: number }) {
  const t = useTranslations("duty.sheet");
  const reading = useReading<RosterPreview>(paths.dutyBook, (code, name) =>
    code === "noHeads" || code === "rows" ? t(`refused.${code}`, { name }) : null,
  );
  const { preview, count } = reading;
  return (
    <div className="stack">
      <Card title={t("template")}>
        <div className="stack-2">
          <p className="t13 mut">{t("templateHint")}</p>
          <div className="row">
            <a className="btn" href={paths.dutyBook} download>
              {t("take")}
            </a>
          </div>
        </div>
      </Card>
      <Card title={t("in")}>
        <div className="stack-2">
          <p className="t13 mut">{t("inHint")}</p>
          <SheetUpload reading={reading} label={t("file")} accept=".xlsx,.csv" maxBytes={maxBytes} />
        </div>
      </Card>
      {preview ? <Preview key={count} preview={preview} again={reading.again} /> : null}
    </div>
  );
}

function Preview({ preview: { rows, unread }, again }: { preview: RosterPreview; again: () => void }) {
  const t = useTranslations("duty.sheet");
  const toast = useToast();
  const router = useRouter();
  const problemWords = useProblemWords();
  const errorWords = useCodeWords();
  const { key } = useFormKey();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const countOf = (state: RosterRow["state"]) => rows.filter((row) => row.state === state).length;
  const counts = { ready: countOf("ready"), same: countOf("same"), wrong: countOf("wrong") };
  const store = () =>
    start(async () => {
      setProblem(null);
      const meant = rows.flatMap(({ state, row, shift }) =>
        state === "ready" && shift ? [{ row, ...shift }] : [],
      );
      const result = await importRosterAction({ key, rows: meant }).catch(() => null);
      if (result?.ok) {
        toast(t("stored", { count: result.data.added, same: result.data.same }));
        router.refresh();
        // Looked at again: every row says now that it stands.
        return again();
      }
      const [place, code] = Object.entries(result?.fields ?? {})[0] ?? [];
      const row = meant[Number(place?.split(".")[1])]?.row;
      setProblem(
        row !== undefined && code
          ? t("failedAt", { row, why: errorWords(code) ?? "" })
          : problemWords(result?.code ?? "unreachable"),
      );
    });
  return (
    <>
      <p className="num" role="status">
        {t("summary", counts)}
      </p>
      {unread.length > 0 ? <Note tone="amber">{t("unread", { names: unread.join(", ") })}</Note> : null}
      {counts.wrong > 0 ? <Note tone="amber">{t("wrongStay", { count: counts.wrong })}</Note> : null}
      <FormProblem problem={problem} />
      {counts.ready > 0 ? (
        <div className="row end">
          <Button look="primary" pending={pending} onClick={store}>
            {t("store", { count: counts.ready })}
          </Button>
        </div>
      ) : null}
      <Card flush title={t("rows")}>
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <caption className="vh">{t("rows")}</caption>
            <TableHead
              columns={[t("row"), t("state"), ...rosterColumns.map((column) => t(`columns.${column}`))]}
            />
            <tbody>
              {rows.map(({ sheet, row, state, shown, errors }) => (
                <tr key={`${sheet} ${row}`} className={state === "wrong" ? "is-late" : undefined}>
                  <td className="num">{row}</td>
                  <td>
                    <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
                  </td>
                  {rosterColumns.map((column) => (
                    <td key={column}>
                      <span className={column === "person" ? undefined : "num"}>{shown[column] || "–"}</span>
                      {errors
                        .filter((error) => error.column === column)
                        .map(({ code }) => (
                          <p key={code} className="error">
                            {errorWords(code)}
                          </p>
                        ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </>
  );
}
