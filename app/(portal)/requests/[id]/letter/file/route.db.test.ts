import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/access/current-actor", () => ({ currentActor: async () => signedIn.actor }));
const handlers = {
  letter: (await import("./route")).GET,
  minutes: (await import("../../minutes/file/route")).GET,
  bundle: (await import("../../../../cases/[id]/bundle/route")).GET,
};

async function take(name: keyof typeof handlers, actor: Actor | null, id: string, query = "") {
  signedIn.actor = actor;
  const request = new Request(`http://localhost/x${query}`);
  const response = await handlers[name](request, { params: Promise.resolve({ id }) });
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

it("hands papers out to be kept, never to be shown inside the portal", async () => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const files = [
    await take("letter", scene.liaison, requestId, "?type=pdf"),
    await take("letter", scene.liaison, requestId, "?type=exe"),
    await take("bundle", scene.investigator, scene.caseId),
  ];
  for (const { status, headers, body } of files) {
    const named = new Map(headers);
    expect([status, body.slice(0, 5), named.get("content-type")]).toEqual([200, "%PDF-", "application/pdf"]);
    expect(named.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.pdf"/);
    expect(named.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(named.get("x-content-type-options")).toBe("nosniff");
    expect(named.get("cache-control")).toBe("private, no-store");
  }
});

it("answers whoever may not, and nobody, as for what does not exist", async () => {
  const [scene, stranger] = [await setScene(), await setScene()];
  const { requestId } = await issue(scene, await makeDraft(scene));
  const missing = { status: 404, headers: [], body: "" };
  for (const actor of [null, stranger.commander, stranger.liaison]) {
    for (const name of ["letter", "minutes"] as const)
      for (const id of [requestId, randomUUID(), "../../secrets.json"])
        expect(await take(name, actor, id)).toEqual(missing);
    expect(await take("bundle", actor, scene.caseId)).toEqual(missing);
  }
});
