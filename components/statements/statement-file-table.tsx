"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import { keepLayoutAction } from "@/lib/statements/actions";
import type { FileRefusal } from "@/lib/files/kinds";
import type { StatementFile } from "@/lib/statements/files";
import {
  type ColumnRole,
  columnRoles,
  columnsOf,
  countsOf,
  headRowsOf,
  headsOf,
  isLeftOut,
  textOf,
} from "@/lib/statements/layout";

type Read = Extract<StatementFile, { ok: true }>;
const shownRows = 4;

/**
 * A bank's statement from a file, in a window as wide as its columns need: what each holds, to be corrected, over its first values; how
 * many rows become payments and what is left out. Kept for the next statement of the same form.
 */
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
  // A code and no words: words made anew would have the file read again, and what was chosen lost.
  const [refused, setRefused] = useState<{ ofFile: boolean; code: string } | null>(null);

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
        if (!answer?.ok) return setRefused({ ofFile: false, code: answer?.code ?? "unreachable" });
        if (answer.data.ok) return setRead(answer.data);
        setRefused({ ofFile: true, code: answer.data.code });
      });
    return () => {
      isGone = true;
    };
  }, [file]);

  if (refused) {
    const { ofFile, code } = refused;
    const problem = !ofFile
      ? problemWords(code)
      : code === "rows" || code === "noHeads"
        ? t(`refused.${code}`)
        : refusals(code as FileRefusal, { name: file.name });
    return (
      <div className="stack-2">
        <FormProblem problem={problem} />
        <Button size="sm" onClick={onClose}>
          {t("another")}
        </Button>
      </div>
    );
  }
  if (!read)
    return (
      <p role="status" className="t13 mut">
        {t("reading")}
      </p>
    );
  const { rows, layout, reading } = read;
  const text = textOf(rows, layout);
  const counts = countsOf(rows, layout);
  const hold = (column: number, role: ColumnRole) =>
    setRead({
      ...read,
      layout: { ...layout, columns: layout.columns.map((before, at) => (at === column ? role : before)) },
    });
  const takeForHeads = (headRow: number) =>
    setRead({ ...read, layout: { headRow, columns: columnsOf(rows, headRow) } });
  const use = () => {
    // For the next statement of this bank; if that fails, this one is read all the same.
    void keepLayoutAction({ heads: headsOf(rows, layout), columns: layout.columns }).catch(() => undefined);
    onText(text);
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t("title", { name: file.name })}
      lead={t(reading === "kept" ? "known" : reading === "heads" ? "check" : "guessed")}
      footer={
        <>
          <Button look="ghost" onClick={onClose}>
            {t("another")}
          </Button>
          <Button look="primary" disabled={text === ""} onClick={use}>
            {t("use", { count: counts.taken })}
          </Button>
        </>
      }
    >
      <Field label={t("headRow")}>
        <Select
          value={String(layout.headRow)}
          choices={headRowsOf(rows).map((row) => ({
            value: String(row),
            label: t("headRowAt", {
              row: row + 1,
              cells: rows[row]!.filter((cell) => cell.trim() !== "")
                .join(" · ")
                .slice(0, 90),
            }),
          }))}
          onChange={({ currentTarget }) => takeForHeads(Number(currentTarget.value))}
        />
      </Field>
      <p className="t13" role="status">
        {t("counts", counts)}
      </p>
      <ol className="st-cols" aria-label={t("columns")}>
        {layout.columns.map((role, column) => {
          const head = rows[layout.headRow]?.[column]?.trim() || String(column + 1);
          return (
            <li key={column} data-left-out={isLeftOut(role) ? "" : undefined}>
              <span className="fw6 st-head">{head}</span>
              <Select
                aria-label={t("column", { head })}
                value={role}
                choices={columnRoles.map((code) => ({ value: code, label: t(`roles.${code}`) }))}
                onChange={({ currentTarget }) => hold(column, currentTarget.value as ColumnRole)}
              />
              <ul className="t12">
                {rows.slice(layout.headRow + 1, layout.headRow + 1 + shownRows).map((row, index) => (
                  <li key={index} title={row[column]}>
                    {row[column]?.trim() || "–"}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
