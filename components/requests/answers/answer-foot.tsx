"use client";

import type { ComponentProps } from "react";
import { DraftNote } from "@/components/drafts/draft-note";
import type { DraftState } from "@/components/drafts/use-draft";
import { AnswerRefused } from "./answer-refused";

/** The end of every answer form: that what was typed is kept, and why it was not taken. */
export function AnswerFoot({
  draft,
  onDiscard,
  ...refusal
}: ComponentProps<typeof AnswerRefused> & { draft: DraftState; onDiscard: () => void }) {
  return (
    <>
      {draft.phase === "empty" ? null : <DraftNote state={draft} onDiscard={onDiscard} />}
      <AnswerRefused {...refusal} />
    </>
  );
}
