"use server";

import { action } from "@/lib/action";
import { dropDraft, saveDraft } from "./commands";
import { draftKeyInput, saveDraftInput } from "./schema";

export const keepDraftAction = action(saveDraftInput, (actor, input) => saveDraft(actor, input));
export const dropDraftAction = action(draftKeyInput, (actor, input) => dropDraft(actor, input));
