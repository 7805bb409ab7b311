"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { showFields } from "@/components/forms/field-words";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import type { ChangedBy } from "@/lib/errors";

/** What the dialogs of a case share: send, show what is wrong beside its field, say who was faster, close and read again. */
export function useCaseAct<Values extends FieldValues>(form: UseFormReturn<Values>, close: () => void) {
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<ChangedBy | null>(null);
  async function send(run: () => Promise<ActionResult<unknown>>, done: string): Promise<void> {
    const result = await run().catch(() => null);
    if (result?.ok) {
      setProblem(null);
      close();
      toast(done);
      router.refresh();
      return;
    }
    if (result?.code === "changed-meanwhile" && result.by) return setConflict(result.by);
    if (result) showFields(form, result);
    setProblem(problemWords(result?.code ?? "unreachable"));
  }
  return { send, problem, conflict, dropConflict: () => setConflict(null) };
}
