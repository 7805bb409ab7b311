import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { contextOf, contextSql, asActor, asSystem, closeDatabase } from "@/lib/db";
import { signRequest, submitRequest } from "@/lib/requests/commands";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";

afterAll(closeDatabase);
const key = () => randomUUID();

/** Everything one officer has: he drafts and he signs, his second factor was just proved, and he also acts in the unit above. */
async function stolen() {
  const above = await makeOrganisation("police");
  const scene = await setScene();
  await asSystem((tx) =>
    tx.organisationLink.create({
      data: { parentId: above.id, childId: scene.police.id, validFrom: new Date("2025-07-01") },
    }),
  );
  const officer: Actor = {
    ...(await makePerson(["investigator", "commander"], scene.police)),
    secondFactorAt: new Date(),
  };
  await asSystem((tx) =>
    tx.caseMember.createMany({ data: [{ caseId: scene.caseId, membershipId: officer.membershipId }] }),
  );
  const { id: membershipId } = await asSystem((tx) =>
    tx.membership.create({
      data: {
        userId: officer.userId,
        organisationId: above.id,
        roles: ["commander"],
        signerTitle: "head_of_investigation_agency",
      },
      select: { id: true },
    }),
  );
  const switched: Actor = {
    ...officer,
    membershipId,
    orgId: above.id,
    orgIds: [above.id, scene.police.id],
    roles: ["commander"],
    orgName: above.name,
  };
  return { scene: { ...scene, investigator: officer } satisfies Scene, officer, switched };
}

const issued = (requesterOrgId: string) =>
  asSystem((tx) => tx.request.count({ where: { requesterOrgId, sentAt: { not: null } } }));

describe("a stolen police session with its second factor", () => {
  it("issues nothing before a second person acts: no hold, however he acts", async () => {
    const { scene, officer, switched } = await stolen();
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "emergency" });
    const { version } = await submitRequest(officer, { key: key(), ...draft });
    const contentHash = await readHash(officer, draft.requestId);
    const signing = { requestId: draft.requestId, version, contentHash };
    // As himself, in the membership above, with both roles at once, and again and again.
    for (const actor of [
      officer,
      switched,
      { ...switched, roles: officer.roles },
      { ...officer, orgIds: switched.orgIds },
    ])
      expect(await rejection(signRequest(actor, { key: key(), ...signing }))).toMatchObject({
        code: "not-allowed",
      });
    expect(await rowOf(draft.requestId)).toMatchObject({
      status: "PENDING_SIGNATURE",
      signature: null,
      documentNumber: null,
    });
    expect(await issued(scene.police.id)).toBe(0);
    expect(await asSystem((tx) => tx.hold.count({ where: { caseId: scene.caseId } }))).toBe(0);
    // A second person, and it goes out.
    await signRequest(scene.commander, { key: key(), ...signing });
    expect(await issued(scene.police.id)).toBe(1);
  });

  it("issues nothing by writing to the tables with the rights of the portal", async () => {
    const { scene, officer, switched } = await stolen();
    const before = await issue({ ...scene, investigator: await stolenFrom(scene) }, await draftOf(scene));
    const draft = await makeDraft(scene);
    const { version } = await submitRequest(officer, { key: key(), ...draft });
    const keyId = (await rowOf(before.requestId)).signingKeyId;
    const app = await connectAsApp();
    const tries: [string, unknown[]][] = [
      // A signature of his own making, in his own name, in the colleague's, in nobody's; the drafter's name changed first; both names.
      [
        "update request set status = 'SENT', sent_at = now(), signer_id = $2, content_hash = 'x', signature = 'x', signing_key_id = $3 where id = $1",
        [draft.requestId, officer.userId, keyId],
      ],
      [
        "update request set status = 'SENT', sent_at = now(), signer_id = $2, content_hash = 'x', signature = 'x', signing_key_id = $3 where id = $1",
        [draft.requestId, scene.commander.userId, keyId],
      ],
      [
        "update request set status = 'SENT', sent_at = now(), content_hash = 'x', signature = 'x', signing_key_id = $2 where id = $1",
        [draft.requestId, keyId],
      ],
      ["update request set drafter_id = $2 where id = $1", [draft.requestId, scene.commander.userId]],
      [
        "update request set drafter_id = $2, signer_id = $3, status = 'SENT', sent_at = now(), content_hash = 'x', signature = 'x', signing_key_id = $4 where id = $1",
        [draft.requestId, scene.commander.userId, officer.userId, keyId],
      ],
      // An order that was issued before, turned to other accounts; its answer given by the police themselves; a hold out of nothing.
      ["update request_item set value = '19036688990011' where request_id = $1", [before.requestId]],
      ["update request set grounds = 'khác' where id = $1", [before.requestId]],
      [
        "insert into request_item (request_id, target_id, position, kind, value, display) select $1, target_id, 9, kind, '19036688990011', '19036688990011' from request_item where request_id = $1 limit 1",
        [before.requestId],
      ],
      ["update request set status = 'ANSWERED', answered_at = now() where id = $1", [before.requestId]],
      [
        "insert into hold (case_id, request_id, item_id, holder_org_id, account, amount, disputed_amount, from_at) select $2, i.request_id, i.id, $3, i.value, 1000, 1000, now() from request_item i where i.request_id = $1 limit 1",
        [before.requestId, scene.caseId, scene.bank.id],
      ],
      [
        "insert into signing_key (organisation_id, algorithm, public_key) values ($1, 'ed25519', 'x')",
        [scene.police.id],
      ],
      [
        "insert into request (code, case_id, kind_code, status, requester_org_id, addressee_org_id, province_code, sealed_to, drafter_id, grounds, legal_bases, sent_at, signer_id, content_hash) select code || 'x', case_id, kind_code, 'SENT', requester_org_id, addressee_org_id, province_code, '{}', $2, grounds, legal_bases, now(), $3, 'x' from request where id = $1",
        [draft.requestId, officer.userId, scene.commander.userId],
      ],
    ];
    for (const actor of [officer, switched])
      for (const [sql, values] of tries) {
        await app.query("begin");
        await app.query(contextSql, contextOf(actor));
        const written = await app.query(sql, values).then(
          ({ rowCount }) => rowCount,
          () => 0,
        );
        await app.query("commit").catch(() => undefined);
        expect([sql, written]).toEqual([sql, 0]);
      }
    await app.end();
    expect(await issued(scene.police.id)).toBe(1);
    expect(await rowOf(draft.requestId)).toMatchObject({ status: "PENDING_SIGNATURE", version });
    expect(await asSystem((tx) => tx.hold.count({ where: { caseId: scene.caseId } }))).toBe(0);
  });

  it("does not approve itself through another role of the same person", async () => {
    const { scene, officer, switched } = await stolen();
    for (const actor of [officer, switched])
      await expect(
        asActor(actor, (tx) =>
          tx.membership.updateMany({
            where: { userId: officer.userId },
            data: { roles: ["commander", "liaison", "admin"] },
          }),
        ),
      ).resolves.toEqual({ count: 0 });
    expect(
      await asSystem((tx) =>
        tx.membership.count({ where: { userId: officer.userId, roles: { has: "admin" } } }),
      ),
    ).toBe(0);
    expect(await issued(scene.police.id)).toBe(0);
  });
});

/** Another investigator on the case, whose order went out before the session was stolen. */
async function stolenFrom(scene: Scene): Promise<Actor> {
  const other = await makePerson("investigator", scene.police);
  await asSystem((tx) =>
    tx.caseMember.createMany({ data: [{ caseId: scene.caseId, membershipId: other.membershipId }] }),
  );
  return other;
}
const draftOf = async (scene: Scene) => makeDraft({ ...scene, investigator: await stolenFrom(scene) });
