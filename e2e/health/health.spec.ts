import { expect, test } from "../fixtures";

test("says to anybody that it lives and is ready, and nothing else about itself", async ({ request }) => {
  const health = await request.get("/api/health");
  expect([health.status(), await health.json()]).toEqual([200, { status: "ok" }]);
  await expect.poll(async () => (await request.get("/api/ready")).status(), { timeout: 30_000 }).toBe(200);
  const ready = await request.get("/api/ready");
  expect(await ready.json()).toEqual({
    status: "ready",
    checks: { database: true, migrations: true, sweep: true, queue: true, outbox: true },
  });
  expect(ready.headers()["cache-control"]).toBe("no-store");
});

test("keeps its metrics from whoever has no token", async ({ request }) => {
  for (const authorization of [undefined, "Bearer x", "Basic eDp4"]) {
    const answer = await request.get("/api/metrics", { headers: authorization ? { authorization } : {} });
    expect([answer.status(), await answer.text()]).toEqual([404, ""]);
  }
});

test("gives an answer the number its caller gave it, when it is plain, and one of its own otherwise", async ({
  request,
}) => {
  const plain = await request.get("/api/health", { headers: { "x-request-id": "lb-7f2c19qd.1" } });
  expect(plain.headers()["x-correlation-id"]).toBe("lb-7f2c19qd.1");
  for (const odd of ["a".repeat(65), "a b", "<script>"]) {
    const answer = await request.get("/api/health", { headers: { "x-request-id": odd } });
    expect(answer.headers()["x-correlation-id"]).toMatch(/^[0-9a-f-]{36}$/);
  }
});
