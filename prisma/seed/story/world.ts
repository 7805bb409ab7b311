import type pg from "pg";
import { type CalendarRow, type WorkCalendar, workCalendar } from "@/lib/deadlines/calendar";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import type { Urgency } from "@/lib/generated/prisma/enums";
import { demoPeople, membershipIdOf, userIdOf } from "../people";
import { organisationId } from "../reference/organisation-row";
import type { Institution, Member, PolicyRow, StoryKind, Term, Unit } from "./model";
import { Random } from "./random";

/** Everything the story happens in: the moment of seeding, the units, the institutions and the time limits in force. */
export type World = {
  now: Date;
  random: Random;
  units: Unit[];
  unit: (code: string) => Unit;
  institutions: Institution[];
  institution: (code: string) => Institution;
  calendar: WorkCalendar;
  signerTitles: Map<string, string[]>;
  term: (
    subject: string,
    kind: StoryKind | string,
    urgency: Urgency,
    specialisedCyber: boolean,
    start: Date,
  ) => Term;
};

const unitCodes = [
  "police:25:pa05",
  "police:25:pc02",
  "police:01:pa05",
  "police:01:pc02",
  "police:31:pa05",
  "police:31:pc02",
];
const institutionWords = { bank: "bank", payment: "payment_intermediary", telecom: "telecom" } as const;

/** Reads the reference rows that the seed has just written. */
export async function openWorld(client: pg.Client, now: Date): Promise<World> {
  const random = new Random(20_261_120);
  const { rows: policies } = await client.query<PolicyRow>(
    `select id, subject, kind_code as "kindCode", urgency, legal_basis as "legalBasis", specialised_only as "specialisedOnly", unit, value,
       null as "emergencyOf", valid_from as "validFrom", valid_to as "validTo", verify, note, source from deadline_policy`,
  );
  const { rows: days } = await client.query<CalendarRow>(
    `select to_char(date, 'YYYY-MM-DD') as date, kind, non_working as "nonWorking", status from holiday`,
  );
  const { rows: kinds } = await client.query<{ code: string; titles: string[] }>(
    "select code, signer_titles as titles from request_kind",
  );
  const calendar = workCalendar(days);
  const signerTitles = new Map(kinds.map(({ code, titles }) => [code, titles]));
  const units = unitCodes.map((code) => unitOf(code, signerTitles));
  const institutions = institutionsOf(random);
  return {
    now,
    random,
    units,
    unit: (code) => found(units, code),
    institutions,
    institution: (code) => found(institutions, code),
    calendar,
    signerTitles,
    term: (subject, kind, urgency, specialisedCyber, start) => {
      const policy = choosePolicy(policies, { subject, kind, urgency, specialisedCyber, at: start });
      if (!policy || policy.value === null) throw new Error(`no deadline policy for ${subject} ${kind}`);
      const due = dueAt({ start, unit: policy.unit, value: policy.value, calendar });
      return {
        policy,
        dueAt: due,
        spanMinutes: Math.max(1, Math.round((due.getTime() - start.getTime()) / 60_000)),
      };
    },
  };
}

function found<T extends { code: string }>(list: readonly T[], code: string): T {
  const one = list.find((candidate) => candidate.code === code);
  if (!one) throw new Error(`the demonstration has no ${code}`);
  return one;
}

/** Members of an organisation in one of these roles, in the order of the list of people. */
export function membersOf(organisation: string, ...roles: string[]): (Member & { signerTitle?: string })[] {
  return demoPeople.flatMap((person) =>
    person.memberships
      .filter(
        (membership) =>
          membership.organisation === organisation && membership.roles.some((role) => roles.includes(role)),
      )
      .map((membership) => ({
        userId: userIdOf(person.email),
        membershipId: membershipIdOf(person.email, organisation),
        name: person.fullName,
        orgId: organisationId(organisation),
        provinceCode: organisation.split(":")[0] === "police" ? (organisation.split(":")[1] ?? null) : null,
        signerTitle: membership.signerTitle,
      })),
  );
}

function unitOf(code: string, signerTitles: Map<string, string[]>): Unit {
  const [, provinceCode = "", division = ""] = code.split(":");
  const commanders = membersOf(code, "commander");
  return {
    code,
    id: organisationId(code),
    symbol: division.toUpperCase(),
    provinceCode,
    specialisedCyber: division === "pa05",
    investigators: membersOf(code, "investigator"),
    signerOf: (kind) => {
      const titles = signerTitles.get(kind) ?? [];
      const signer = commanders.find(
        ({ signerTitle }) => signerTitle !== undefined && titles.includes(signerTitle),
      );
      if (!signer) throw new Error(`nobody in ${code} may sign ${kind}`);
      return signer;
    },
    procuracyId: organisationId(`procuracy:${provinceCode}`),
  };
}

function institutionsOf(random: Random): Institution[] {
  const codes = [
    ...new Set(demoPeople.flatMap(({ memberships }) => memberships.map(({ organisation }) => organisation))),
  ];
  return codes.flatMap((code) => {
    const word = code.split(":")[0] as keyof typeof institutionWords;
    if (!(word in institutionWords)) return [];
    return [
      {
        code,
        id: organisationId(code),
        name: code,
        kind: institutionWords[word],
        desk: membersOf(code, "liaison", "liaison_manager"),
        pace: random.between(0.3, 0.85),
        scatter: random.between(0.35, 0.9),
        silent: random.between(0.005, 0.04),
      },
    ];
  });
}
