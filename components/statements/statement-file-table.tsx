"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import { keepLayoutAction } from "@/lib/statements/actions";
import type { StatementFile } from "@/lib/statements/files";
import { type ColumnRole, columnRoles, textOf } from "@/lib/statements/layout";

type Read = Extract<StatementFile, { ok: true }>;
const shownRows = 8;

/** A bank's statement from a file: its first rows with what each column holds, to be corrected, before its payments are read. */
export function StatementFileTable({
  file,
  onText,
  onClose,
}: {
  file: File;
  onText: (text: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("statement.file");
  const refusals = useTranslations("files.refused");
  const problemWords = useProblemWords();
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const form = new FormData();
    form.set("file", file);
    let isGone = false;
    void fetch(paths.statementFile, { method: "POST", body: form })
      .then(
        (response) =>
          response.json() as Promise<{ ok: true; data: StatementFile } | { ok: false; code: string }>,
      )
      .catch(() => null)
      .then((answer) => {
        if (isGone) return;
        if (!answer?.ok) return setProblem(problemWords((answer?.code ?? "unreachable") as "unreachable"));
        if (answer.data.ok) return setRead(answer.data);
        const { code } = answer.data;
        setProblem(
          code === "rows" || code === "noHeads" ? t(`refused.${code}`) : refusals(code, { name: file.name }),
        );
      });
    return () => {
      isGone = true;
    };
  }, [file, problemWords, refusals, t]);

  if (problem)
    return (
      <div className="stack-2">
        <FormProblem problem={problem} />
        <Button size="sm" onClick={onClose}>
          {t("another")}
        </Button>
      </div>
    );
  if (!read)
    return (
      <p role="status" className="t13 mut">
        {t("reading")}
      </p>
    );
  const { rows, layout, heads } = read;
  const text = textOf(rows, layout);
  const hold = (column: number, role: ColumnRole) =>
    setRead({
      ...read,
      layout: { ...layout, columns: layout.columns.map((before, at) => (at === column ? role : before)) },
    });
  const use = () => {
    // For the next statement of this bank; if that fails, this one is read all the same.
    void keepLayoutAction({ heads, columns: layout.columns }).catch(() => undefined);
    onText(text);
  };
  return (
    <div className="stack-2">
      <p className="t13 mut">{t(read.isKnown ? "known" : "check")}</p>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <caption className="vh">{file.name}</caption>
          <thead>
            <tr>
              {layout.columns.map((role, column) => (
                <th key={column} scope="col">
                  <Select
                    className="min-w-40"
                    aria-label={t("column", { head: rows[layout.headRow]?.[column] ?? String(column + 1) })}
                    value={role}
                    choices={columnRoles.map((code) => ({ value: code, label: t(`roles.${code}`) }))}
                    onChange={({ currentTarget }) => hold(column, currentTarget.value as ColumnRole)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(layout.headRow, layout.headRow + 1 + shownRows).map((row, index) => (
              <tr key={index} className={index === 0 ? "fw6" : undefined}>
                {layout.columns.map((_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row wrap">
        <Button look="primary" disabled={text === ""} onClick={use}>
          {t("use", { count: Math.max(0, text.split("\n").length - 1) })}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
