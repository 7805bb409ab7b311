"use client";

import { useEffect, useRef, useState } from "react";
import { reached } from "@/components/forms/reached";
import { findElsewhereAction } from "@/lib/deconfliction/actions";
import { isSharedKind, mostAsked, type SharedKind } from "@/lib/deconfliction/schema";
import type { DutyDesk } from "@/lib/deconfliction/types";
import type { ProblemCode } from "@/lib/errors";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { TargetKind } from "@/lib/targets/target-kind";

type Asked = { kind: TargetKind; value: string; institutionId?: string | null };
type Question = { key: string; kind: SharedKind; value: string; institutionId?: string };
const keyOf = ({ kind, value, institutionId }: Asked) => `${kind} ${value} ${institutionId ?? ""}`;

/** `desksOf`: who holds the same; `unasked`: how many could not be asked about, and why; `askAgain` asks about those. */
export type ElsewhereFound = {
  desksOf: (target: Asked) => readonly DutyDesk[] | undefined;
  unasked: { count: number; code: ProblemCode } | null;
  askAgain: () => void;
};

/**
 * Duty desks of other units that hold the same, by kind, value and keeper. Each is asked about once while the screen stands, from the
 * browser: a page may be drawn without being looked at, and a match that is told is a look-up on the record.
 */
export function useElsewhere(targets: readonly Asked[]): ElsewhereFound {
  /** Asked about or being asked about, and those of which it failed. */
  const asked = useRef(new Set<string>());
  const waiting = useRef(new Set<string>());
  const shown = useRef(new Set<string>());
  const [found, setFound] = useState<ReadonlyMap<string, readonly DutyDesk[]>>(new Map());
  const [unasked, setUnasked] = useState<ElsewhereFound["unasked"]>(null);
  const [again, setAgain] = useState(0);
  const wanted = targets.map(keyOf).join("\n");
  useEffect(() => {
    const questions = targets
      .map((target) => ({ target, key: keyOf(target) }))
      .flatMap(({ target: { kind, value, institutionId }, key }): Question[] =>
        isSharedKind(kind) && normaliseTarget(kind, value).ok
          ? [{ key, kind, value, ...(institutionId && { institutionId }) }]
          : [],
      )
      .filter(({ key }) => !asked.current.has(key));
    for (const { key } of questions) asked.current.add(key);
    shown.current = new Set(targets.map(keyOf));
    // Those that failed are asked again now, or are wanted no more.
    waiting.current.clear();
    const ask = async () => {
      for (let from = 0; from < questions.length; from += mostAsked) {
        const some = questions.slice(from, from + mostAsked);
        const result = await reached(
          findElsewhereAction({ targets: some.map(({ key: _, ...question }) => question) }),
        );
        if (!result.ok) {
          const left = questions.slice(from);
          for (const { key } of left) asked.current.delete(key);
          for (const { key } of left) if (shown.current.has(key)) waiting.current.add(key);
          return setUnasked(
            waiting.current.size > 0 ? { count: waiting.current.size, code: result.code } : null,
          );
        }
        const answers = result.data.map(({ place, desks }) => [some[place]!.key, desks] as const);
        if (answers.length > 0) setFound((before) => new Map([...before, ...answers]));
      }
      // Another asking, begun before this one, may have failed meanwhile.
      if (waiting.current.size === 0) setUnasked(null);
    };
    void ask();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- by what is in the list, not by the list
  }, [wanted, again]);
  return {
    desksOf: (target) => found.get(keyOf(target)),
    unasked,
    askAgain: () => setAgain((times) => times + 1),
  };
}
