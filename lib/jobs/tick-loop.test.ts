import { beforeEach, describe, expect, it, vi } from "vitest";
import { pauseOf, startTicks } from "./tick-loop";

const told: { name: string; failed: boolean }[] = [];
let heard: () => void = () => undefined;
vi.mock("./sweep-state", () => ({
  writeTick: async ({ name }: { name: string }, _: unknown, ended: { failed: unknown } | null) => {
    told.push({ name, failed: ended?.failed !== null });
  },
}));
vi.mock("@/lib/notices/listen", () => ({
  onNotice: (listener: () => void) => {
    heard = listener;
    return () => undefined;
  },
}));
vi.mock("@/lib/log", () => ({
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
}));

const breath = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
const never = 3_600_000;
beforeEach(() => {
  told.length = 0;
});

describe("the loop of ticks", () => {
  it("never runs a tick beside itself, and once more when woken meanwhile", async () => {
    let inside = 0;
    let most = 0;
    let runs = 0;
    const open: (() => void)[] = [];
    const run = async () => {
      runs += 1;
      most = Math.max(most, (inside += 1));
      await new Promise<void>((resolve) => open.push(resolve));
      inside -= 1;
      return 1;
    };
    const loop = startTicks([{ name: "spread", everyMs: never, wakeOn: "outbox", run }]);
    heard();
    heard();
    expect(runs).toBe(1);
    open.shift()!();
    await breath();
    expect([runs, most]).toEqual([2, 1]);
    const stopped = loop.stop();
    open.shift()!();
    await stopped;
    expect([runs, loop.running()]).toEqual([2, 0]);
  });

  it("goes on after a failure, counts it, and lets the other ticks be", async () => {
    let runs = 0;
    const loop = startTicks([
      {
        name: "broken",
        everyMs: 1,
        run: async () => {
          runs += 1;
          throw Object.assign(new Error("0901234567"), { code: "40001" });
        },
      },
      { name: "sound", everyMs: never, run: async () => 3 },
    ]);
    await vi.waitFor(() => expect(runs).toBeGreaterThan(2));
    await loop.stop();
    expect(told).toContainEqual({ name: "broken", failed: true });
    expect(told).toContainEqual({ name: "sound", failed: false });
  });

  it("waits for what runs when it is stopped, and begins nothing", async () => {
    let end: () => void = () => undefined;
    let isDone = false;
    const run = async () => {
      await new Promise<void>((resolve) => (end = resolve));
      isDone = true;
      return 0;
    };
    const loop = startTicks([{ name: "long", everyMs: 1, wakeOn: "outbox", run }]);
    const stopped = loop.stop().then(() => isDone);
    heard();
    end();
    expect(await stopped).toBe(true);
  });
});

it.each([
  [1_000, 0, 1_000],
  [1_000, 1, 2_000],
  [1_000, 9, 10_000],
  [20_000, 3, 20_000],
])("a tick of %d ms that failed %d times in a row comes again after %d ms", (everyMs, failures, pause) =>
  expect(pauseOf({ everyMs }, failures)).toBe(pause),
);
