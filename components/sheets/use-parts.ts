"use client";

import { useRef, useState } from "react";
import { useProblemWords } from "@/components/ui/problem-words";
import type { ActionResult } from "@/lib/action";

/** Rows of one act: enough to be quick, few enough that progress is seen. */
export const rowsAtOnce = 100;

/** What is sent in one act under one key; `name` tells people which part it was. */
export type Part<Row> = { key: string; name: string; rows: Row[] };

/** A part that did not go through: the problem's code, and the code at each of its fields. */
export type Refusal<Row> = { part: Part<Row>; code: string; fields: Record<string, string> };

/** Divides rows into parts, each with a key of its own. */
export const partsOf = <Row>(rows: readonly Row[], nameOf: (first: Row) => string): Part<Row>[] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) => {
    const own = rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce);
    return { key: crypto.randomUUID(), name: nameOf(own[0]!), rows: own };
  });

/**
 * Sends parts one after the other and says how far it is. A part that went through is not sent again; one that failed is, under the
 * same key, so that nothing happens twice even when only the answer was lost.
 */
export function useParts<Row, Result>(
  parts: readonly Part<Row>[],
  send: (part: Part<Row>) => Promise<ActionResult<Result>>,
  onDone: (results: Map<string, Result>) => void,
  /** Told of what the portal refused; true when that is said elsewhere and nothing is left to press again for. */
  onRefused?: (refusals: readonly Refusal<Row>[]) => boolean,
) {
  const problemWords = useProblemWords();
  const done = useRef(new Map<string, Result>());
  const [sent, setSent] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(): Promise<void> {
    setPending(true);
    setProblem(null);
    const refused: Refusal<Row>[] = [];
    for (const part of parts.filter(({ key }) => !done.current.has(key))) {
      const result = await send(part).catch(() => null);
      if (result?.ok) {
        done.current.set(part.key, result.data);
        setSent((before) => before + part.rows.length);
      } else {
        // The next part may go through all the same; without a connection none will.
        refused.push({ part, code: result?.code ?? "unreachable", fields: result?.fields ?? {} });
        if (!result) break;
      }
    }
    setPending(false);
    const last = refused.at(-1);
    if (last && onRefused?.(refused)) return;
    if (last) return setProblem(`${last.part.name}: ${problemWords(last.code)}`);
    onDone(done.current);
  }

  return { run, sent, pending, problem, all: parts.reduce((sum, part) => sum + part.rows.length, 0) };
}
export type Sending = ReturnType<typeof useParts>;
