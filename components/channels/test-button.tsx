"use client";

import { Send } from "@/components/icons/send";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { testEndpointAction } from "@/lib/channels/endpoints/actions";
import { mostTrialsAnHour } from "@/lib/channels/endpoints/types";

const lookEveryMs = 1_500;
/** A try takes ten seconds at most, and the sender looks every second: after that the list is looked at by hand. */
const mostLooks = 10;

/** Sends a word of trial and reads the results again until it is no longer on its way. */
export function TestButton({ endpointId, isWaiting }: { endpointId: string; isWaiting: boolean }) {
  const t = useTranslations("webhooks");
  const words = useProblemWords();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const looks = useRef(0);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      looks.current += 1;
      if (looks.current > mostLooks) clearInterval(timer);
      else router.refresh();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  const send = () =>
    start(async () => {
      looks.current = 0;
      const result = await testEndpointAction({ key: crypto.randomUUID(), endpointId }).catch(() => null);
      if (result?.ok) setProblem(null);
      else if (result?.code === "not-now") setProblem(t("testOpen"));
      else if (result?.code === "too-many") setProblem(t("testMany", { most: mostTrialsAnHour }));
      else setProblem(words(result?.code ?? "unreachable"));
    });
  return (
    <div className="stack-2">
      <FormProblem problem={problem} />
      <div className="row">
        <Button
          size="sm"
          icon={<Send className="i" aria-hidden />}
          pending={pending || isWaiting}
          onClick={send}
        >
          {t("test")}
        </Button>
      </div>
    </div>
  );
}
