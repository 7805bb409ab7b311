"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { reached } from "@/components/forms/reached";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import type { ChangedBy } from "@/lib/errors";

/** What the acts of the release desk share: send once, tell what happened, say who was faster, read again. Gives the refusal, if any. */
export function useReleaseAct(onDone?: () => void) {
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [conflict, setConflict] = useState<ChangedBy | null>(null);
  const [attempt, setAttempt] = useState(0);
  async function send<T>(run: () => Promise<ActionResult<T>>, done: string | ((data: T) => string)) {
    setPending(true);
    const result = await reached(run());
    setPending(false);
    setAttempt((count) => count + 1);
    if (result.ok) {
      setProblem(null);
      setFields({});
      onDone?.();
      toast(typeof done === "string" ? done : done(result.data));
      router.refresh();
      return result;
    }
    if ((result.code === "changed-meanwhile" || result.code === "not-now") && result.by)
      setConflict(result.by);
    else setProblem(problemWords(result.code));
    setFields(result.fields ?? {});
    return result;
  }
  return {
    send,
    pending,
    problem,
    fields,
    attempt,
    conflict,
    dropConflict: () => setConflict(null),
    setProblem,
  };
}
