import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { healthAnswer, metricsAnswer, readyAnswer } from "./answers";

process.env.METRICS_TOKEN = "Zr8-kQ1vT5mXw2Lp9Jd4Hs7Gc3Nb6Fy0";
afterAll(closeDatabase);

it("tells metrics to whoever brings the token, and has nothing for anybody else", async () => {
  for (const wrong of [null, "", "Bearer ", "Bearer wrong", `Basic ${process.env.METRICS_TOKEN}`])
    expect((await metricsAnswer(wrong)).status).toBe(404);
  const answer = await metricsAnswer(`Bearer ${process.env.METRICS_TOKEN}`);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const text = await answer.text();
  for (const name of [
    "process_cpu_seconds_total",
    "lachan_db_connections",
    "lachan_jobs",
    "lachan_outbox_waiting",
    "lachan_workers",
  ])
    expect(text).toContain(`# TYPE ${name} `);
  // Nothing that grows with what is asked or stored: no id and no address among the labels.
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

it("says in yes and no whether it is ready, and when to come again", async () => {
  expect(await healthAnswer().json()).toEqual({ status: "ok" });
  const answer = await readyAnswer(new URL("http://localhost/api/ready"));
  const body = (await answer.json()) as { status: string; checks: Record<string, boolean> };
  expect(Object.keys(body.checks)).toEqual(["database", "migrations", "sweep", "queue", "outbox"]);
  expect(answer.status).toBe(body.status === "ready" ? 200 : 503);
  if (answer.status === 503) expect(answer.headers.get("retry-after")).toBe("5");
});
