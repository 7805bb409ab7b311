"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import type { ChangedBy } from "@/lib/errors";

/** Why an answer was not taken: a colleague was first (told by whom, nothing typed is lost), or a sentence above the buttons. */
export function AnswerRefused({
  refused,
  attempt,
  onForget,
}: {
  refused: { code: string; by?: ChangedBy } | null;
  attempt: number;
  onForget: () => void;
}) {
  const t = useTranslations("answers");
  const words = useProblemWords();
  const router = useRouter();
  const isConflict =
    refused?.by !== undefined && (refused.code === "changed-meanwhile" || refused.code === "not-now");
  const who = refused?.by?.name ?? "";
  const isWithdrawn = refused?.by?.what === "request.withdrawn";
  const ofRequest = isWithdrawn ? "conflictWithdrawn" : "conflictRequest";
  return (
    <>
      <FormProblem problem={refused && !isConflict ? words(refused.code) : null} attempt={attempt} />
      <ConflictNotice
        open={isConflict}
        title={t(isWithdrawn || refused?.code === "not-now" ? ofRequest : "conflictAnswered", { who })}
        takeTheirs={t("seeTheirs")}
        who={who}
        at={refused?.by?.at ?? new Date(0).toISOString()}
        consequence={t("conflict")}
        onTakeTheirs={() => {
          onForget();
          router.refresh();
        }}
        onClose={onForget}
      />
    </>
  );
}
