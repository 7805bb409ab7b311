"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DoorResult } from "@/lib/access/sign-in-schema";

/** One step at the door: sends, goes on, or says why not. What was typed stays. */
export function useDoor<T>(step: (input: T) => Promise<DoorResult>) {
  const router = useRouter();
  const [problem, setProblem] = useState<(DoorResult & { ok: false })["code"] | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const send = async (input: T) => {
    setPending(true);
    const result = await step(input).catch((): DoorResult => ({ ok: false, code: "unavailable" }));
    if (result.ok) return router.replace(result.next);
    setPending(false);
    setProblem(result.code);
    setAttempt((count) => count + 1);
  };
  return { send, problem, attempt, pending };
}
