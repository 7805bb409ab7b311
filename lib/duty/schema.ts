import { z } from "zod";
import { day } from "@/lib/day";
import { optionalText, text } from "@/lib/fields";

const key = z.uuid("invalid");
const id = z.uuid("invalid");
const version = z.number().int().min(1, "invalid");
/** Whose shift: somebody has to be chosen. */
const member = z.string().min(1, "required").pipe(z.uuid("invalid"));
/** First in the line of those who are called, second, … */
export const ranks = [1, 2, 3, 4, 5] as const;
const rank = z.coerce.number("invalid").int("invalid").min(1, "invalid").max(ranks.length, "invalid");
/** An hour as people write it, `7:30` too. */
export const clock = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "admin.errors.clock")
  .transform((value) => value.padStart(5, "0"));
/** A number to call back: digits, a plus before them; spaces and dots are left out. Empty is none. */
export const phone = optionalText(30)
  .transform((value) => value?.replace(/[\s.()-]/g, "") || undefined)
  .refine((value) => value === undefined || /^\+?[0-9]{3,15}$/.test(value), "admin.errors.phone");

/** A shift ends on the day after when it ends no later than it begins: 22:00–06:00, and 07:00–07:00 is a whole day. */
export const shiftFields = { membershipId: member, day, from: clock, to: clock, rank, phone };
export const addShiftInput = z.object({ key, ...shiftFields });
export const changeShiftInput = z.object({ key, shiftId: id, version, ...shiftFields });
export const cancelShiftInput = z.object({ key, shiftId: id, version });
export type ShiftInput = z.output<z.ZodObject<typeof shiftFields>>;

/** So many weeks a repeat is made for at once. */
export const mostWeeks = 26;
export const addPatternInput = z.object({
  key,
  membershipId: member,
  weekdays: z.array(z.coerce.number().int().min(0).max(6)).min(1, "required").max(7),
  from: clock,
  to: clock,
  rank,
  phone,
  validFrom: day,
  weeks: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(mostWeeks, "duty.errors.weeks"),
});
export const cancelPatternInput = z.object({ key, patternId: id, version });

export const leaveReasons = ["annual", "health", "study", "mission", "other"] as const;
export const addLeaveInput = z
  .object({
    key,
    membershipId: member,
    from: day,
    /** The last day away. */
    to: day,
    reason: z.enum(leaveReasons, "required"),
  })
  .refine(({ from, to }) => to >= from, { path: ["to"], message: "admin.errors.endBeforeStart" });
export const cancelLeaveInput = z.object({ key, leaveId: id, version });

export const proposeSwapInput = z.object({
  key,
  shiftId: id,
  toMembershipId: member,
  /** A shift of the other's in return; empty for none. */
  returnShiftId: z.union([z.literal("").transform(() => undefined), id]).optional(),
});
export const answerSwapInput = z.object({
  key,
  swapId: id,
  answer: z.enum(["agreed", "declined", "withdrawn"]),
});

export const writeNoteInput = z.object({ key, shiftId: id, body: text(3, 4000) });
export const readNoteInput = z.object({ key, noteId: id });

export const setLimitInput = z
  .object({
    key,
    urgentMinutes: z.coerce
      .number("invalid")
      .int("invalid")
      .min(1, "duty.errors.minutes")
      .max(240, "duty.errors.minutes"),
    emergencyMinutes: z.coerce
      .number("invalid")
      .int("invalid")
      .min(1, "duty.errors.minutes")
      .max(120, "duty.errors.minutes"),
  })
  .refine(({ urgentMinutes, emergencyMinutes }) => emergencyMinutes <= urgentMinutes, {
    path: ["emergencyMinutes"],
    message: "duty.errors.emergencyLater",
  });

const minutes = (most: number) =>
  z.coerce
    .number<string | number>("admin.errors.number")
    .int("admin.errors.number")
    .min(1, "admin.errors.dutyMinutes")
    .max(most, "admin.errors.dutyMinutes");
/** The administrator's default and the most that an organisation may set, in minutes; without a source they are to be confirmed. */
export const setDutyPolicyInput = z
  .object({
    key,
    urgentMinutes: minutes(240),
    emergencyMinutes: minutes(120),
    mostUrgentMinutes: minutes(240),
    mostEmergencyMinutes: minutes(120),
    source: optionalText(300).refine((value) => value === undefined || value.length >= 3, "text.tooShort"),
  })
  .superRefine((given, context) => {
    const flaws = {
      emergencyMinutes: given.emergencyMinutes > given.urgentMinutes && "dutyEmergencyLater",
      mostUrgentMinutes: given.mostUrgentMinutes < given.urgentMinutes && "dutyBelowDefault",
      mostEmergencyMinutes:
        (given.mostEmergencyMinutes < given.emergencyMinutes && "dutyBelowDefault") ||
        (given.mostEmergencyMinutes > given.mostUrgentMinutes && "dutyEmergencyLater"),
    };
    for (const [name, flaw] of Object.entries(flaws))
      if (flaw) context.addIssue({ code: "custom", path: [name], message: `admin.errors.${flaw}` });
  });

/** So many rows of a workbook are read. */
export const mostRows = 500;
/** What the preview showed, row by row; the server judges each again. */
export const importInput = z.object({
  key,
  rows: z
    .array(z.object({ row: z.number().int().min(1), ...shiftFields }))
    .min(1, "required")
    .max(mostRows),
});

/** The week that is shown: any day of it, yyyy-MM-dd; a mistyped one is this week. */
export const weekFilter = z.object({
  week: z
    .string()
    .regex(/^20\d{2}-[01]\d-[0-3]\d$/)
    .refine((value) => !Number.isNaN(Date.parse(`${value}T00:00:00Z`)))
    .optional()
    .catch(undefined),
});
