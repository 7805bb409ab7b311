import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { signer } from "@/lib/authenticity/signer";
import { asActor, asSystem, closeDatabase, databaseNow } from "@/lib/db";
import { issue, makeDraft, readHash, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { returnRequest, signRequest, submitRequest } from "@/lib/requests/commands";

afterAll(closeDatabase);
const key = () => randomUUID();

describe("four eyes", () => {
  it("lets nobody sign what he drafted, in code and in the database", async () => {
    const scene = await setScene();
    const both = {
      ...scene.investigator,
      roles: ["investigator" as const, "commander" as const],
      secondFactorAt: new Date(),
    };
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const contentHash = await readHash(both, draft.requestId);
    await expect(
      signRequest(both, { key: key(), requestId: draft.requestId, version: submitted.version, contentHash }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const { signature, keyId } = await signer().sign(scene.police.id, Buffer.from(contentHash), null);
    const forged = {
      status: "SENT" as const,
      signature,
      signingKeyId: keyId,
      signerId: scene.investigator.userId,
      contentHash,
    };
    await expect(
      asActor(both, async (tx) =>
        tx.request.updateMany({
          where: { id: draft.requestId },
          data: { ...forged, sentAt: await databaseNow(tx) },
        }),
      ),
    ).rejects.toThrow(/signer_is_not_drafter/);
  });

  it("wants a fresh second factor and the content that was read", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const read = {
      requestId: draft.requestId,
      version: submitted.version,
      contentHash: await readHash(scene.commander, draft.requestId),
    };
    const stale = { ...scene.commander, secondFactorAt: new Date(Date.now() - 3 * 60_000) };
    await expect(signRequest(stale, { key: key(), ...read })).rejects.toMatchObject({
      code: "second-factor",
    });
    await expect(
      signRequest(scene.commander, { key: key(), ...read, contentHash: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await rowOf(draft.requestId)).documentNumber).toBeNull();
  });

  it("gives a draft back with a reason and numbers documents without a gap", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const returned = await returnRequest(scene.commander, {
      key: key(),
      requestId: draft.requestId,
      version: submitted.version,
      reason: "Bổ sung sao kê của bị hại.",
    });
    expect(await rowOf(draft.requestId)).toMatchObject({
      status: "DRAFT",
      statedReason: "Bổ sung sao kê của bị hại.",
    });
    await issue(scene, { requestId: draft.requestId, version: returned.version });
    await issue(scene, await makeDraft(scene));
    const numbers = await asSystem((tx) =>
      tx.request.findMany({
        where: { requesterOrgId: scene.police.id, documentNumber: { not: null } },
        select: { documentNumber: true },
      }),
    );
    expect(numbers.map(({ documentNumber }) => documentNumber!.split("/")[0]).sort()).toEqual(["1", "2"]);
  });
});
