import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { keyedHash } from "@/lib/access/crypto";
import { doorStates, type DoorState } from "@/lib/access/invitations";
import { record } from "@/lib/audit/record";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dayOf } from "@/lib/day";
import { asActor, type Tx } from "@/lib/db";
import { cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { PeoplePage } from "./schema";
import type { MembershipDetail, PersonDetail, PersonRow, PersonState } from "./types";

const size = 50;
const stateOf = (suspendedAt: Date | null, door: DoorState | undefined): PersonState =>
  suspendedAt ? "suspended" : door?.hasPassword ? "active" : door?.invitedUntil ? "invited" : "noAccess";

/** People as they were entered, newest first; the cursor is an instant and an id, so that no name stands in an address. @throws Problem not-allowed. */
export async function listPeople(actor: Actor, filter: PeoplePage): Promise<KeysetPage<PersonRow>> {
  assertAdministers(actor);
  const backwards = filter.before !== undefined && filter.after === undefined;
  const edge = decodeCursor(backwards ? filter.before : filter.after, ["instant", "id"]);
  const direction = backwards ? "asc" : "desc";
  const beyond = backwards ? "gt" : "lt";
  return asActor(actor, async (tx) => {
    const ids = await tx.user.findMany({
      where: {
        ...(edge
          ? {
              OR: [{ createdAt: { [beyond]: edge[0] } }, { createdAt: edge[0], id: { [beyond]: edge[1] } }],
            }
          : {}),
        ...(filter.state === "suspended"
          ? { suspendedAt: { not: null } }
          : filter.state
            ? { suspendedAt: null }
            : {}),
      },
      orderBy: [{ createdAt: direction }, { id: direction }],
      take: size + 1,
      select: { id: true, createdAt: true },
    });
    const page = cutPage(ids, size, { backwards, fromStart: edge === null }, ({ id, createdAt }) => [
      createdAt.toISOString(),
      id,
    ]);
    return {
      ...page,
      rows: await rowsOf(
        tx,
        page.rows.map(({ id }) => id),
      ),
    };
  });
}

/**
 * People by part of a name or an e-mail address, without accents, at most fifty. The look-up is recorded with a keyed hash
 * of what was typed, never the words.
 */
export function findPeople(actor: Actor, typed: string): Promise<PersonRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const like = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const found = await tx.$queryRaw<{ id: string }[]>`
      select id::text from person where fold_vietnamese(full_name) like fold_vietnamese(${like}) or email like lower(${like})
      order by full_name collate "vi-x-icu", id limit ${size}::int`;
    await record(tx, actor, {
      type: "person.searched",
      changes: { term: keyedHash("search", typed.toLowerCase()).slice(0, 16), found: found.length },
    });
    return rowsOf(
      tx,
      found.map(({ id }) => id),
    );
  });
}

async function rowsOf(tx: Tx, ids: string[]): Promise<PersonRow[]> {
  const now = new Date();
  const people = await tx.user.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      fullName: true,
      rank: true,
      email: true,
      suspendedAt: true,
      memberships: {
        where: { OR: [{ validTo: null }, { validTo: { gt: now } }] },
        select: { roles: true, organisation: { select: { shortName: true } } },
      },
    },
  });
  const doors = await doorStates(ids);
  const byId = new Map(people.map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = byId.get(id);
    if (!person) return [];
    const { fullName, rank, email, suspendedAt, memberships } = person;
    return [
      {
        id,
        fullName,
        rank,
        email,
        state: stateOf(suspendedAt, doors.get(id)),
        memberships: memberships.map(({ roles, organisation }) => ({
          roles,
          organisation: organisation.shortName,
        })),
      },
    ];
  });
}

/** One person with all memberships, standing at the door, and what was done; null when there is none. */
export function getPerson(
  actor: Actor,
  id: string,
): Promise<{ person: PersonDetail; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.user.findUnique({
      where: { id },
      include: {
        memberships: {
          include: { organisation: { select: { shortName: true, kind: true, specialisedCyber: true } } },
          orderBy: { validFrom: "desc" },
        },
      },
    });
    if (!found) return null;
    const door = (await doorStates([id])).get(id);
    const now = Date.now();
    const memberships: MembershipDetail[] = found.memberships.map(({ organisation, ...row }) => ({
      id: row.id,
      organisationId: row.organisationId,
      organisation: organisation.shortName,
      kind: organisation.kind,
      specialisedCyber: organisation.specialisedCyber,
      roles: row.roles,
      title: row.title,
      signerTitle: row.signerTitle,
      heads: row.heads,
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo ? dayOf(row.validTo) : null,
      isOver: row.validTo !== null && row.validTo.getTime() <= now,
      version: row.version,
    }));
    return {
      person: {
        id,
        fullName: found.fullName,
        rank: found.rank,
        email: found.email,
        state: stateOf(found.suspendedAt, door),
        createdAt: found.createdAt.toISOString(),
        suspendedAt: found.suspendedAt?.toISOString() ?? null,
        invitedUntil: door?.invitedUntil ?? null,
        hasPassword: door?.hasPassword ?? false,
        hasSecondFactor: door?.hasSecondFactor ?? false,
        sessions: door?.sessions ?? 0,
        version: found.version,
        isSelf: id === actor.userId,
        memberships,
      },
      acts: await actsOn(tx, actor, [{ type: "person", ids: [id] }]),
    };
  });
}
