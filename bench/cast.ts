import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { liveSession } from "@/lib/access/actor-of-session";
import { sealedToken, sessionCookie } from "@/lib/access/session-cookie";
import { startSession } from "@/lib/access/sessions";
import { openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asSystem, readAsSystem } from "@/lib/db";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";
import { openSql } from "@/lib/requests/queue/sql";
import { makePerson, type Unit } from "@/prisma/factories/people";
import { issue, makeDraft, report, type Scene } from "@/prisma/factories/scene";

/** Somebody who is signed in: as commands see him, and as the browser's cookie says it. */
export type SignedIn = { actor: Actor; cookie: string };
export type Cast = { investigator: SignedIn; liaison: SignedIn; leader: SignedIn };

const fullPage = 60;

/** People of the unit that asks most and of the desk that is asked most, so that every page measured is a full one. */
export async function castOf(): Promise<Cast> {
  const police = await busiest("requester_org_id");
  const bank = await busiest("addressee_org_id", "bank");
  await fillLists(police, bank);
  return {
    investigator: await signIn(await makePerson("investigator", police)),
    liaison: await signIn(await makePerson("liaison", bank)),
    leader: await signIn(await makePerson("leader" satisfies Role, police)),
  };
}

/** The unit that asks most, or the desk of a kind that is asked most. */
export async function busiest(
  column: "requester_org_id" | "addressee_org_id",
  kind: OrganisationKind = "police",
): Promise<Unit> {
  const [unit] = await readAsSystem<Unit>({
    name: `bench-busiest-${column}`,
    text: `with busy as (select ${column} as id, count(*) as n from request where ${openSql} group by 1)
      select o.id, o.kind, o.province_code as "provinceCode", o.short_name as name, o.specialised_cyber as "specialisedCyber", '{}'::uuid[] as "parentIds"
      from organisation o join busy using (id) where o.kind = $1::organisation_kind and o.code not like 'test:%' order by busy.n desc limit 1`,
    values: [kind],
  });
  if (!unit) throw new Error(`no ${kind} has requests: seed again with --fresh`);
  return unit;
}

/** A small database has too few open requests for a page of fifty: the product's own commands issue what is missing. */
async function fillLists(police: Unit, bank: Unit): Promise<void> {
  const [row] = await readAsSystem<{ open: number }>({
    name: "bench-open",
    text: `select count(*)::int as open from request where requester_org_id = $1 and addressee_org_id = $2
and ${openSql}`,
    values: [police.id, bank.id],
  });
  const missing = fullPage - (row?.open ?? 0);
  if (missing <= 0) return;
  const investigator = await makePerson("investigator", police);
  const { caseId } = await openCase(investigator, caseInput.parse(report(bank.id)));
  const commander = await makePerson("commander", police);
  const scene = { police, bank, telecom: bank, investigator, commander, caseId } as Scene;
  for (let index = 0; index < missing; index++) await issue(scene, await makeDraft(scene));
}

async function signIn(person: Actor): Promise<SignedIn> {
  const token = await asSystem((tx) =>
    startSession(tx, {
      userId: person.userId,
      membershipId: person.membershipId,
      secondFactorAt: new Date(),
      device: `bench ${randomUUID()}`,
      addressHint: null,
    }),
  );
  const live = await liveSession(token, null);
  if (!live?.actor) throw new Error("the session is not good");
  return { actor: live.actor, cookie: `${sessionCookie()}=${await sealedToken(token)}` };
}
