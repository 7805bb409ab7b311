"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemWords } from "@/components/ui/problem-words";
import type { FileRefusal } from "@/lib/files/kinds";

type Answer<Preview> =
  | { ok: true; data: { ok: true; preview: Preview } | { ok: false; code: string } }
  | { ok: false; code: string };

/**
 * Sends a chosen file to be read and keeps what it would do. `refusedWords` are the screen's own for codes that are none of every
 * file's. Needs `files.refused`, `sheets.refused`.
 */
export function useReading<Preview>(
  address: string,
  refusedWords: (code: string, name: string) => string | null,
  more: Readonly<Record<string, string>> = {},
) {
  const files = useTranslations("files.refused");
  const sheets = useTranslations("sheets.refused");
  const problemWords = useProblemWords();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [count, setCount] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** `isAgain`: what was shown stays until the file is read once more. */
  async function read(chosen: File, isAgain = false): Promise<void> {
    setFile(chosen);
    if (!isAgain) setPreview(null);
    setProblem(null);
    setPending(true);
    const form = new FormData();
    form.set("file", chosen);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    const answer = await fetch(address, { method: "POST", body: form })
      .then((response) => response.json() as Promise<Answer<Preview>>)
      .catch(() => null);
    setPending(false);
    if (!answer?.ok) return setProblem(problemWords((answer?.code ?? "unreachable") as "unreachable"));
    setCount((before) => before + 1);
    if (answer.data.ok) return setPreview(answer.data.preview);
    setPreview(null);
    const { code } = answer.data;
    if (code === "tooLarge") return setProblem(sheets("tooLarge", { name: chosen.name })); // a sheet's own limit, far below other files'
    setProblem(refusedWords(code, chosen.name) ?? files(code as FileRefusal, { name: chosen.name }));
  }

  return {
    file,
    preview,
    pending,
    problem,
    /** The file that was chosen, or that none is any more. */
    take(chosen: File | undefined): void {
      if (chosen) return void read(chosen);
      setFile(null);
      setPreview(null);
      setProblem(null);
    },
    /** How many times a file was read: what belongs to one reading begins anew with the next. */
    count,
    again: () => file && void read(file, true),
  };
}
export type Reading<Preview> = ReturnType<typeof useReading<Preview>>;
