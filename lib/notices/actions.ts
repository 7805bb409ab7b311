"use server";

import { action } from "@/lib/action";
import { readAllNotices, readNotices, readRecordNotices, savePreferences, snoozeNotice } from "./commands";
import {
  readAllNoticesInput,
  readNoticesInput,
  readRecordNoticesInput,
  savePreferencesInput,
  snoozeNoticeInput,
} from "./schema";

// The open screens of whoever acts hear by the stream that their number has changed, and the list reads itself again.
export const readNoticesAction = action(readNoticesInput, readNotices);
export const readAllNoticesAction = action(readAllNoticesInput, readAllNotices);
export const readRecordNoticesAction = action(readRecordNoticesInput, readRecordNotices);
export const snoozeNoticeAction = action(snoozeNoticeInput, snoozeNotice);
export const saveNoticePreferencesAction = action(savePreferencesInput, savePreferences);
