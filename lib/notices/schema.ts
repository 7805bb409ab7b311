import { z } from "zod";
import { instant } from "@/lib/fields";
import { type NoticeKind, noticeGroups, noticeKindCodes } from "./kinds";
import { emailChoices } from "./preferences";

const id = z.uuid("invalid");
const minute = z.number().int().min(0).max(1439);

export const noticeShows = ["unread", "all", "snoozed"] as const;
/** What of one's notifications a page shows; a mistyped address shows what is unread. */
export const noticeFilter = z.object({
  show: z.enum(noticeShows).catch("unread"),
  group: z
    .enum(["", ...noticeGroups])
    .catch("")
    .transform((group) => group || undefined)
    .optional(),
  urgent: z.literal("1").optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
  before: z.string().max(600).optional().catch(undefined),
});
export type NoticeFilter = z.output<typeof noticeFilter>;

/** Up to the newest that was on the screen. None of these needs a key: doing it again changes nothing. */
export const readNoticesInput = z.object({ ids: z.array(id).min(1).max(200) });
export const readAllNoticesInput = z.object({ to: instant });
export const readRecordNoticesInput = z.object({ recordId: id });
export const snoozeTimes = ["hour", "afternoon", "tomorrow"] as const;
export type SnoozeTime = (typeof snoozeTimes)[number];
export const snoozeNoticeInput = z.object({
  noticeIds: z.array(id).min(1).max(200),
  /** One of the usual times, or an instant. */
  until: z.union([z.enum(snoozeTimes), instant]),
});

export const savePreferencesInput = z.object({
  kinds: z
    .array(
      z.object({
        kind: z.enum(noticeKindCodes as [NoticeKind, ...NoticeKind[]]),
        email: z.enum(emailChoices),
        sms: z.boolean(),
        zalo: z.boolean(),
      }),
    )
    .max(60)
    .refine((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, "invalid"),
  quiet: z
    .object({
      fromMinute: minute,
      toMinute: minute,
      days: z.array(z.number().int().min(0).max(6)).min(1, "notices.quietDays").max(7),
    })
    .refine(({ fromMinute, toMinute }) => fromMinute !== toMinute, {
      path: ["toMinute"],
      message: "notices.quietLength",
    })
    .nullable(),
});
export type SavePreferencesInput = z.output<typeof savePreferencesInput>;
