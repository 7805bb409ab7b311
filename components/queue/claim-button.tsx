"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { useProblemWords } from "@/components/ui/problem-words";
import { acknowledgeRequestAction, takeRequestAction } from "@/lib/requests/desk/actions";

/** "I have it": acknowledges a new request and takes it; takes one that was acknowledged and has nobody. */
export function ClaimButton({
  request,
  withKey = false,
  size = "sm",
}: {
  request: { id: string; version: number; code: string; status: string };
  withKey?: boolean;
  size?: "sm" | "md";
}) {
  const t = useTranslations("queue");
  const words = useProblemWords();
  const [key] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const claim = () =>
    start(async () => {
      const input = { key, requestId: request.id, version: request.version };
      const result = await reached(
        request.status === "SENT" ? acknowledgeRequestAction(input) : takeRequestAction(input),
      );
      setProblem(result.ok ? null : result.by ? t("takenBy", { who: result.by.name }) : words(result.code));
    });
  return (
    <>
      <Button size={size} pending={pending} onClick={claim} data-key={withKey ? "a" : undefined}>
        {t("claim")}
        <span className="vh"> {request.code}</span>
      </Button>
      {problem ? (
        <span className="sub c-red" role="alert">
          {problem}
        </span>
      ) : null}
    </>
  );
}
