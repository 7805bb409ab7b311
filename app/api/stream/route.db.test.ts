import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { mostStreams } from "@/lib/notices/live-sessions";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/access/current-actor", () => ({ listeningActor: async () => signedIn.actor }));
const { GET } = await import("./route");

function open() {
  const screen = new AbortController();
  const request = new Request("http://localhost/api/stream", { signal: screen.signal });
  return { answer: GET(request), close: () => screen.abort() };
}

it("answers nobody without a session", async () => {
  expect((await open().answer).status).toBe(401);
});

it("gives one session so many streams and no more, until one of them is closed", async () => {
  signedIn.actor = {
    ...(await makePerson("liaison", await makeOrganisation("bank"))),
    sessionId: randomUUID(),
  };
  const screens = Array.from({ length: mostStreams }, open);
  for (const { answer } of screens) expect((await answer).status).toBe(200);
  expect((await open().answer).status).toBe(429);
  screens[0]!.close();
  screens[0] = open();
  expect((await screens[0].answer).status).toBe(200);
  for (const { close } of screens) close();
});
