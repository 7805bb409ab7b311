import { randomUUID } from "node:crypto";
import pg from "pg";
import { signer } from "@/lib/authenticity/signer";
import { readAsSystem } from "@/lib/db";
import { env } from "@/lib/env";
import { signRequest, submitRequest } from "@/lib/requests/commands";
import { makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import type { Result } from "./result";
import { type Statement, statementsOf } from "./statements";

type Ready = {
  scene: Scene;
  requestId: string;
  version: number;
  contentHash: string;
  /** The key that its unit signs with. */
  keyId: string;
};
const connections = 10;

/** One unit's request that waits for a signature. Units differ, as in life: one unit's numbers and record are one queue. */
async function ready(scene: Scene): Promise<Ready> {
  const draft = await makeDraft(scene);
  const { version } = await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
  return {
    scene,
    requestId: draft.requestId,
    version,
    contentHash: await readHash(scene.commander, draft.requestId),
    keyId: (await signer().sign(scene.police.id, Buffer.from("bench"), null)).keyId,
  };
}

const sign = ({ scene, requestId, version, contentHash }: Ready) =>
  signRequest(
    { ...scene.commander, secondFactorAt: new Date() },
    { key: randomUUID(), requestId, version, contentHash },
  );

/**
 * The same statement for another request: its ids, its unit and a fresh key in place of the first one's, and every instant moved on
 * by the time that has passed between their two nows: the database takes no act of a while ago.
 */
function translate(statement: Statement, from: Map<string, string>, passedMs: number): unknown[] {
  const later = (instant: Date) => new Date(instant.getTime() + passedMs);
  const swap = (value: unknown): unknown => {
    if (value instanceof Date) return later(value);
    if (typeof value === "string")
      return [...from]
        .reduce((text, [old, fresh]) => text.replaceAll(old, fresh), value)
        .replace(instants, (at) => later(new Date(at.replace(" ", "T").replace(/Z?$/, "Z"))).toISOString());
    return Array.isArray(value) ? value.map(swap) : value;
  };
  return statement.values.map(swap);
}
/** The statement with which a command asks for the database's time, and that time in milliseconds. */
const isClock = ({ text }: Statement) => text.includes("clock_timestamp()) as now");
const nowIn = async (answer: unknown) =>
  ((await answer) as pg.QueryResult<{ now: Date }>).rows[0]!.now.getTime();
/** UTC, as Prisma writes it too; clocks travel together as JSON. */
const instants = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g;

async function perSecond(
  waiting: Ready[],
  act: (one: Ready, lane: number) => Promise<unknown>,
): Promise<{ rate: number; times: number[] }> {
  const times: number[] = [];
  const queue = [...waiting];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      for (let one = queue.pop(); one; one = queue.pop()) {
        const began = performance.now();
        await act(one, lane);
        times.push(performance.now() - began);
      }
    }),
  );
  return { rate: waiting.length / ((performance.now() - start) / 1000), times: times.sort((a, b) => a - b) };
}

/** Signing as a command, without HTTP, beside the same statements sent straight by `pg` as prepared ones, ten connections each. */
export async function benchSigning(size: number, count = 400): Promise<Result> {
  const scenes = await Promise.all(Array.from({ length: connections }, () => setScene()));
  const prepare = async () => {
    const all: Ready[] = [];
    for (let index = 0; index < count; index++) all.push(await ready(scenes[index % scenes.length]!));
    return all;
  };
  const sample = await ready(scenes[0]!);
  await sign(await ready(scenes[0]!)); // warm
  const statements = await statementsOf(() => sign(sample));
  const signedAt = await nowIn(statements.find(isClock)?.answer);
  const floorWork = await prepare();
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: env().appDatabaseUrl });
      await client.connect();
      return client;
    }),
  );
  const straight = async (one: Ready, lane: number) => {
    const client = clients[lane]!;
    const swap = swapOf(sample, one, statements);
    let passedMs = 0;
    for (const [index, statement] of statements.entries()) {
      const values = translate(statement, swap, passedMs);
      if (isClock(statement)) passedMs = (await nowIn(client.query(statement.text))) - signedAt;
      else if (values.length === 0) await client.query(statement.text);
      else await client.query({ name: `s${index}`, text: statement.text, values });
    }
  };
  await straight(floorWork.pop()!, 0);
  const floor = await perSecond(floorWork, straight);
  await Promise.all(clients.map((client) => client.end()));
  await assertSent(floorWork);
  const commandWork = await prepare();
  const own = await perSecond(commandWork, sign);
  return {
    name: "sign (command, per second)",
    size,
    p50: own.times[Math.floor(own.times.length * 0.5)]!,
    p95: own.times[Math.floor(own.times.length * 0.95)]!,
    floor: floor.rate,
    ratio: own.rate / floor.rate,
    bar: 0.4,
    better: "higher",
    note: `${own.rate.toFixed(0)}/s against ${floor.rate.toFixed(0)}/s straight; ${statements.length} statements`,
  };
}

/** A replay that changed no row would be a floor of nothing. */
async function assertSent(work: Ready[]): Promise<void> {
  const ids = work.map(({ requestId }) => requestId);
  const [row] = await readAsSystem<{ sent: number; events: number; clocks: number }>({
    name: "bench-sent",
    text: `select (select count(*)::int from request where id = any($1) and status = 'SENT') as sent,
      (select count(*)::int from event where request_id = any($1) and type = 'request.signed') as events,
      (select count(*)::int from deadline where request_id = any($1)) as clocks`,
    values: [ids],
  });
  if (row?.sent !== ids.length || row.events !== ids.length || row.clocks !== 2 * ids.length)
    throw new Error(`the replay wrote other rows: ${JSON.stringify(row)} of ${ids.length}`);
}

function swapOf(sample: Ready, one: Ready, statements: Statement[]): Map<string, string> {
  const key = statements
    .flatMap(({ text, values }) =>
      text.includes("idempotency_key")
        ? values.filter(
            (value): value is string => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value),
          )
        : [],
    )
    .find((value) => value !== sample.scene.commander.userId);
  const pairs: [string, string][] = [
    [sample.requestId, one.requestId],
    [sample.contentHash, one.contentHash],
    [sample.keyId, one.keyId],
    [sample.scene.caseId, one.scene.caseId],
    ...(["police", "bank", "telecom", "procuracy"] as const).map((unit): [string, string] => [
      sample.scene[unit].id,
      one.scene[unit].id,
    ]),
    ...(["commander", "investigator"] as const).flatMap((who): [string, string][] => [
      [sample.scene[who].userId, one.scene[who].userId],
      [sample.scene[who].membershipId, one.scene[who].membershipId],
    ]),
    ...(key ? [[key, randomUUID()] as [string, string]] : []),
  ];
  return new Map(pairs);
}
