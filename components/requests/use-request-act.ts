"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import type { ChangedBy } from "@/lib/errors";

/** What the acts on a request share: send once, tell what happened, say who was faster, read again. */
export function useRequestAct(onDone?: () => void) {
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [conflict, setConflict] = useState<ChangedBy | null>(null);

  async function send(run: () => Promise<ActionResult<unknown>>, done: string): Promise<boolean> {
    setPending(true);
    setProblem(null);
    setFields({});
    const result = await run().catch(() => null);
    setPending(false);
    if (result?.ok) {
      onDone?.();
      toast(done);
      router.refresh();
      return true;
    }
    if ((result?.code === "changed-meanwhile" || result?.code === "not-now") && result.by)
      setConflict(result.by);
    else {
      setFields(result?.fields ?? {});
      setProblem(problemWords(result?.code ?? "unreachable"));
    }
    return false;
  }
  return { send, pending, problem, fields, conflict, dropConflict: () => setConflict(null) };
}
