import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { makePerson } from "@/prisma/factories/people";
import { makeDraft, type Scene, setScene } from "@/prisma/factories/scene";

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/access/current-actor", () => ({ currentActor: async () => signedIn.actor }));
const { POST } = await import("./route");
const { GET } = await import("./[id]/route");

let scene: Scene;
let stranger: Scene;
beforeAll(async () => {
  [scene, stranger] = [await setScene(), await setScene()];
});

async function upload(actor: Actor | null, place: Record<string, string>) {
  signedIn.actor = actor;
  const body = new FormData();
  for (const [name, value] of Object.entries(place)) body.set(name, value);
  body.append("files", new File([`so tien ${randomUUID()}`], "sao ke.txt"));
  const response = await POST(new Request("http://localhost/api/files", { method: "POST", body }));
  return {
    status: response.status,
    answer: (await response.json()) as { data?: { added: { id: string }[] } },
  };
}
async function take(actor: Actor | null, id: string) {
  signedIn.actor = actor;
  const response = await GET(new Request(`http://localhost/api/files/${id}`), {
    params: Promise.resolve({ id }),
  });
  return { status: response.status, headers: [...response.headers], text: await response.text() };
}

describe("sending a file", () => {
  it("answers a foreign record with the very words for one that does not exist", async () => {
    const { requestId } = await makeDraft(scene);
    for (const actor of [stranger.investigator, stranger.liaison, scene.liaison]) {
      const unknown = await upload(actor, { caseId: randomUUID() });
      expect(unknown).toEqual({ status: 404, answer: { ok: false, code: "not-found" } });
      expect(await upload(actor, { caseId: scene.caseId })).toEqual(unknown);
      expect(await upload(actor, { requestId })).toEqual(unknown);
      expect(await upload(actor, { requestId: randomUUID() })).toEqual(unknown);
    }
  });

  it("is refused without a session, without the role, and without a place", async () => {
    expect((await upload(null, { caseId: scene.caseId })).status).toBe(401);
    const analyst = await makePerson("analyst", scene.police);
    expect(await upload(analyst, { caseId: scene.caseId })).toEqual({
      status: 403,
      answer: { ok: false, code: "not-allowed" },
    });
    const nowhere: Record<string, string>[] = [{}, { caseId: "1 or true" }, { itemId: randomUUID() }];
    for (const place of nowhere) expect((await upload(scene.investigator, place)).status).toBe(400);
  });

  it("takes who owns it from the session and not from the form", async () => {
    const forged = { ownerOrgId: stranger.police.id, uploadedById: stranger.commander.userId };
    const { answer } = await upload(scene.investigator, { caseId: scene.caseId, ...forged });
    const id = answer.data!.added[0]!.id;
    expect((await take(scene.investigator, id)).status).toBe(200);
    expect((await take(stranger.commander, id)).status).toBe(404);
  });
});

describe("taking a file", () => {
  it("answers whoever may not with the very words for one that does not exist", async () => {
    const { answer } = await upload(scene.investigator, { caseId: scene.caseId });
    const id = answer.data!.added[0]!.id;
    const missing = await take(scene.investigator, randomUUID());
    expect(missing).toEqual({ status: 404, headers: [], text: "" });
    for (const actor of [null, stranger.investigator, scene.liaison, await makePerson("admin", scene.police)])
      expect(await take(actor, id)).toEqual(missing);
    expect(await take(scene.investigator, "../../secrets.json")).toEqual(missing);
  });

  it("hands it out to be kept, never to be shown inside the portal", async () => {
    const { answer } = await upload(scene.investigator, { caseId: scene.caseId });
    const headers = new Map((await take(scene.investigator, answer.data!.added[0]!.id)).headers);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="sao ke\.txt"/);
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });
});
