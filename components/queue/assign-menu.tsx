"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { useActKeys } from "@/components/forms/use-act-keys";
import { useProblemWords } from "@/components/ui/problem-words";
import { assignRequestAction } from "@/lib/requests/desk/actions";
import type { Colleague } from "@/lib/requests/desk/types";
import { takeAssignWish } from "./assign-wish";
import { ColleagueMenu } from "./colleague-menu";

/** Gives a request to a colleague of the desk, or back to nobody. */
export function AssignMenu({
  request,
  colleagues,
  assigneeId,
}: {
  request: { id: string; version: number };
  colleagues: readonly Colleague[];
  assigneeId: string | null;
}) {
  const t = useTranslations("queue");
  const words = useProblemWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const keyOf = useActKeys();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (takeAssignWish()) box.current?.querySelector("button")?.click();
  }, []);
  const assign = (membershipId: string | null) =>
    start(async () => {
      const result = await reached(
        assignRequestAction({
          key: keyOf(`${request.id} ${request.version} ${membershipId}`),
          requestId: request.id,
          version: request.version,
          membershipId,
        }),
      );
      setProblem(result.ok ? null : result.by ? t("changedBy", { who: result.by.name }) : words(result.code));
    });
  return (
    <span data-assign="" ref={box}>
      <ColleagueMenu
        label={t("assign")}
        colleagues={colleagues}
        chosen={assigneeId}
        nobody={assigneeId ? t("unassign") : undefined}
        pending={pending}
        onChoose={assign}
      />
      {problem ? (
        <span className="t12 c-red" role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  );
}
