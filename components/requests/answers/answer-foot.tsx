"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { DraftNote } from "@/components/drafts/draft-note";
import type { DraftState } from "@/components/drafts/use-draft";
import { Note } from "@/components/ui/note";
import { useOnline } from "@/components/ui/use-online";
import { AnswerRefused } from "./answer-refused";

/** The end of every answer form: that what was typed is kept, that it has not gone out, whether it has, and why it was not taken. */
export function AnswerFoot({
  draft,
  onDiscard,
  unknown,
  ...refusal
}: ComponentProps<typeof AnswerRefused> & {
  draft: DraftState;
  onDiscard: () => void;
  /** Nobody knows whether it was recorded: the reply is late, or lost. */
  unknown: "slow" | "lost" | null;
}) {
  const t = useTranslations("answers");
  const isOnline = useOnline();
  const isUnsent = refusal.refused?.code === "unsent";
  return (
    <>
      {draft.phase === "empty" || unknown ? null : <DraftNote state={draft} onDiscard={onDiscard} />}
      {unknown ? (
        <Note tone="amber" announce title={t(`unknown.${unknown}`)}>
          {t(unknown === "lost" && !isOnline ? "unknown.offline" : `unknown.${unknown}Text`)}
        </Note>
      ) : null}
      {isUnsent ? (
        <Note tone="red" announce title={t("unsent.title")}>
          {t(isOnline ? "unsent.back" : "unsent.offline")}
        </Note>
      ) : null}
      <AnswerRefused {...refusal} refused={isUnsent ? null : refusal.refused} />
    </>
  );
}
