"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";

/** One press that does one act, once however often it is sent; says what became of it and reads the page again. */
export function ActButton({
  action,
  input,
  words,
  label,
  done,
  look,
  onDone,
}: {
  action: (raw: unknown) => Promise<ActionResult<unknown>>;
  input: Record<string, unknown>;
  words: string;
  /** What it is about, where several stand on a page. */
  label?: string;
  done: string;
  look?: ButtonLook;
  onDone?: () => void;
}) {
  const router = useRouter();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [key] = useState(() => crypto.randomUUID());
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      look={look}
      pending={pending}
      aria-label={label}
      onClick={() =>
        start(async () => {
          const result = await action({ ...input, key }).catch(() => null);
          toast(result?.ok ? done : problemWords(result?.code ?? "unreachable"));
          if (result?.ok) onDone?.();
          router.refresh();
        })
      }
    >
      {words}
    </Button>
  );
}
