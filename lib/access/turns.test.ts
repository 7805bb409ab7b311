import { expect, it, vi } from "vitest";
import { turnsOf } from "./turns";

const argon = vi.hoisted(() => ({ running: 0, most: 0 }));
vi.mock("@node-rs/argon2", () => {
  const work = async <T>(result: T): Promise<T> => {
    argon.most = Math.max(argon.most, ++argon.running);
    await new Promise((done) => setImmediate(done));
    argon.running -= 1;
    return result;
  };
  return { hash: () => work("hash"), verify: () => work(true) };
});

it("lets so many run at once, the others in order, and goes on after one that failed", async () => {
  const inTurn = turnsOf(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const answers = [0, 1, 2, 3].map((number) =>
    inTurn(async () => {
      begun.push(number);
      await new Promise<void>((end) => ends.push(end));
      if (number === 1) throw new Error("failed");
      return number;
    }).catch(() => "failed"),
  );
  const settled = () => new Promise((done) => setImmediate(done));
  await settled();
  expect(begun).toEqual([0, 1]);
  ends[1]!();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  ends.forEach((end) => end());
  await settled();
  ends[3]!();
  expect(await Promise.all(answers)).toEqual([0, "failed", 2, 3]);
  expect(await inTurn(async () => "free")).toBe("free");
});

it("two passwords are hashed or compared at once, however many sign in", async () => {
  const { hashPassword, passwordFits } = await import("./passwords");
  await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      at % 2 ? hashPassword("một câu dài") : passwordFits("hash", "một câu"),
    ),
  );
  expect(argon).toEqual({ running: 0, most: 2 });
});
