import type { SavedDraft } from "@/lib/drafts/schema";
import type { TargetKind } from "@/lib/generated/prisma/enums";
import type { Institution } from "@/lib/requests/desk/types";
import type { StepResult } from "@/lib/requests/step";

/** What every answer form is given: the one target it answers, and where to tell how it went. */
export type AnswerFormProps = {
  /** Id of the form element: the send button stands outside, in the panel's foot. */
  formId: string;
  requestId: string;
  requestCode: string;
  kindCode: string;
  /** The target as it was when the form was opened; `version` guards against a colleague's answer. Money VND as digits. */
  item: {
    id: string;
    position: number;
    version: number;
    kind: TargetKind;
    display: string;
    disputedAmount: string | null;
    overGround: string | null;
    details: Record<string, unknown> | null;
    draft: SavedDraft | null;
  };
  /** What the request asks beside its targets. */
  details: Record<string, unknown> | null;
  /** What the desk has added to the request so far: an answer names some of them. */
  files: readonly { id: string; name: string; unsent: boolean }[];
  /** The targets of the request as they stand, with what was answered of them. */
  items: readonly { answeredAt: string | null; answer: Record<string, unknown> | null }[];
  /** The latest a suspension made now may last, ISO; null when the kind knows no such limit. */
  latestHoldUntil: string | null;
  institutions: readonly Institution[];
  /** Put the cursor into the first field when the form appears: wished by a key, or going on after a sent answer. */
  focus: boolean;
  onBusy: (busy: boolean) => void;
  /** Something was typed: a colleague should know, and the form should stay. */
  onTyping: () => void;
  /** The server's reply is lost, or has come after all: until then nothing else is opened. */
  onDoubt: (inDoubt: boolean) => void;
  /** What sending would declare now, as the send button says it; null while nothing is chosen. */
  onSays: (words: string | null) => void;
  onSent: (result: StepResult) => void;
};
