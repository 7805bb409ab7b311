import type { OrganisationLevel, Urgency } from "@/lib/generated/prisma/enums";
import type { HoldLimit, LimitSubject } from "./limits";

/** Days are yyyy-mm-dd, `validTo` exclusive; instants are ISO. */
export type KindPeriod = {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  documentVi: string;
  addressees: string[];
  stage: string;
  procuracy: string;
  signerTitles: string[];
  legalBases: string[];
  /** How long a hold of this kind may last, as the clocks count it; null for kinds that hold nothing provisionally. */
  maxHold: HoldLimit | null;
  note: string | null;
  verify: boolean;
  source: string;
  validFrom: string;
  validTo: string | null;
  version: number;
  /** In force today. */
  isCurrent: boolean;
};
/** What a limit would have meant for clocks that ended in the last `days`; `told` is null under `fewest` of them. Minutes without pauses. */
export type LimitEffect = {
  days: number;
  fewest: number;
  /** Null for fewer than `fewest`. */
  told: { count: number; before: number; after: number; median: number; p90: number; longest: number } | null;
  /** At least `fewest` of what the limit speaks of had a narrower limit of their own, which goes before it. */
  isOvertaken: boolean;
};
export type LimitRow = {
  id: string;
  subject: LimitSubject;
  kindCode: string | null;
  kindNameVi: string | null;
  kindNameEn: string | null;
  urgency: Urgency | null;
  legalBasis: string | null;
  specialisedOnly: boolean;
  /** Whose requests it is for: one unit's, or those of units of a level; null in both: everybody's. */
  requesterOrgId: string | null;
  requester: string | null;
  requesterLevel: OrganisationLevel | null;
  unit: string;
  value: number;
  /** How much more time an answer may be given altogether, in `unit`; null: as much as the limit. */
  mostExtension: number | null;
  note: string | null;
  verify: boolean;
  source: string;
  validFrom: string;
  validTo: string | null;
  version: number;
  isCurrent: boolean;
  /** When this limit would end if it began now. */
  dueIfNow: string | null;
};
export type LegalRow = {
  id: string;
  number: string | null;
  titleVi: string;
  titleEn: string;
  type: string;
  issuer: string | null;
  status: string;
  source: string | null;
  verify: boolean;
  validFrom: string | null;
  validTo: string | null;
  articleCount: number;
};
/** A document of the register, to choose from: its articles as the register knows them. */
export type DocumentChoice = { id: string; number: string | null; title: string; articles: string[] };
export type LegalDetail = LegalRow & { version: number; articles: { article: string; summaryVi: string }[] };
export type HolidayRow = {
  id: string;
  date: string;
  nameVi: string;
  nameEn: string;
  kind: string;
  nonWorking: boolean;
  status: string;
  source: string;
  version: number;
};
export type OfficeHoursRow = {
  id: string;
  organisation: string | null;
  days: { weekdays: number[]; windows: string[] }[];
  validFrom: string;
  validTo: string | null;
  isCurrent: boolean;
};
export type ToConfirm = {
  kinds: number;
  limits: number;
  documents: number;
  holidays: number;
  /** The year of the first of these days; null when none waits. */
  holidayYear: number | null;
  organisations: number;
  steps: number;
};
