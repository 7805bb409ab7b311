"use client";

import { useEffect, useRef, useState } from "react";
import { findElsewhereAction } from "@/lib/deconfliction/actions";
import { isSharedKind, mostAsked, type SharedKind } from "@/lib/deconfliction/schema";
import type { DutyDesk } from "@/lib/deconfliction/types";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { TargetKind } from "@/lib/targets/target-kind";

type Asked = { kind: TargetKind; value: string; institutionId?: string | null };
type Question = { key: string; kind: SharedKind; value: string; institutionId?: string };
const keyOf = ({ kind, value }: Pick<Asked, "kind" | "value">) => `${kind} ${value}`;

/**
 * Duty desks of other units that hold the same, by kind and value. Each value is asked about once while the screen stands, from the
 * browser: a page may be drawn without being looked at, and a match that is told is a look-up on the record.
 */
export function useElsewhere(targets: readonly Asked[]): (target: Asked) => readonly DutyDesk[] | undefined {
  const asked = useRef(new Set<string>());
  const [found, setFound] = useState<ReadonlyMap<string, readonly DutyDesk[]>>(new Map());
  const wanted = targets.map(keyOf).join("\n");
  useEffect(() => {
    const questions = targets
      .flatMap(({ kind, value, institutionId }): Question[] =>
        isSharedKind(kind) && normaliseTarget(kind, value).ok
          ? [{ key: keyOf({ kind, value }), kind, value, ...(institutionId && { institutionId }) }]
          : [],
      )
      .filter(({ key }) => !asked.current.has(key))
      .slice(0, mostAsked);
    if (questions.length === 0) return;
    for (const { key } of questions) asked.current.add(key);
    void findElsewhereAction({ targets: questions.map(({ key: _, ...question }) => question) })
      .then((result) => {
        if (!result.ok || result.data.length === 0) return;
        setFound(
          (before) =>
            new Map([
              ...before,
              ...result.data.map(({ place, desks }) => [questions[place]!.key, desks] as const),
            ]),
        );
      })
      // Nothing to show: the next opening of the screen asks again.
      .catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- by what is in the list, not by the list
  }, [wanted]);
  return (target) => found.get(keyOf(target));
}
