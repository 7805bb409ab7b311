"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useProblemWords } from "@/components/ui/problem-words";
import type { ActionResult } from "@/lib/action";
import type { ProblemCode } from "@/lib/errors";
import { reached } from "./reached";

const afterTypingMs = 250;
const fewestLetters = 2;

type Answer<T> = { to: string; found: T[] | null; problem: ProblemCode | null };

/**
 * What is found for a text while it is typed, asked after a moment without typing. What was found for another text is shown for none: an
 * answer that comes late is dropped, and `found` is null until this text's own is there. `said` stands in the place of a list: `none` where
 * nothing was found, or that nobody could be asked. `look` stays the same function.
 */
export function useFound<T>(text: string, look: (text: string) => Promise<ActionResult<T[]>>, none: string) {
  const t = useTranslations("ui");
  const problemWords = useProblemWords();
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < fewestLetters) return;
    let isCurrent = true;
    const ask = async () => {
      const result = await reached(look(wanted));
      if (!isCurrent) return;
      setAnswer(
        result.ok
          ? { to: wanted, found: result.data, problem: null }
          : { to: wanted, found: null, problem: result.code },
      );
    };
    const timer = setTimeout(() => void ask(), afterTypingMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, look]);
  const own = answer?.to === wanted ? answer : null;
  const unasked =
    own?.problem === "unreachable" ? t("notLookedUp") : own?.problem && problemWords(own.problem);
  return {
    found: own?.found ?? null,
    said: unasked ?? (own?.found?.length === 0 ? none : null),
    close: () => setAnswer(null),
  };
}
