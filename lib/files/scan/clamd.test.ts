import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eicar } from "@/prisma/factories/eicar";
import { FakeClamd } from "@/prisma/factories/fake-clamd";
import { clamd } from "./clamd";
import { ScannerDown } from "./scanner-down";

const engine = new FakeClamd();
const settings = () => ({
  host: "127.0.0.1",
  port: engine.port,
  patienceMs: 5_000,
  mostBytes: 25 * 1024 * 1024,
});
beforeAll(() => engine.start());
afterAll(() => engine.stop());
beforeEach(() => {
  engine.mood = "works";
});

describe("clamd", () => {
  it("finds nothing in a file of many chunks, and what it knows anywhere in one", async () => {
    const large = randomBytes(20 * 1024 * 1024);
    expect(await clamd(settings()).scan(large)).toEqual({ found: "nothing" });
    expect(await clamd(settings()).scan(Buffer.concat([large, Buffer.from(eicar)]))).toEqual({
      found: "malware",
      signature: "Eicar-Test-Signature",
    });
    expect(await clamd(settings()).scan(Buffer.alloc(0))).toEqual({ found: "nothing" });
  });

  it("is asked over the socket of this machine too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clamd-"));
    const local = await new FakeClamd().start(join(folder, "clamd.sock"));
    try {
      const scanner = clamd({ ...settings(), host: join(folder, "clamd.sock") });
      expect(await scanner.scan(Buffer.from(eicar))).toMatchObject({ found: "malware" });
      expect(await scanner.isUp()).toBe(true);
    } finally {
      await local.stop();
      await rm(folder, { recursive: true });
    }
  });

  it("says that a file is too large for it, by its own limit or by ours, without sending it", async () => {
    engine.mood = "too-large";
    expect(await clamd(settings()).scan(Buffer.from("a"))).toEqual({ found: "unexamined" });
    engine.mood = "works";
    const before = engine.scanned;
    expect(await clamd({ ...settings(), mostBytes: 3 }).scan(Buffer.from("bốn"))).toEqual({
      found: "unexamined",
    });
    expect(engine.scanned).toBe(before);
  });

  it("is down when it is silent, out of order, or not there", async () => {
    engine.mood = "silent";
    const hurried = clamd({ ...settings(), patienceMs: 100 });
    await expect(hurried.scan(Buffer.from("a"))).rejects.toThrow(ScannerDown);
    expect(await hurried.isUp()).toBe(false);
    engine.mood = "broken";
    await expect(clamd(settings()).scan(Buffer.from("a"))).rejects.toThrow(ScannerDown);
    const nowhere = clamd({ ...settings(), host: "/nowhere/clamd.sock" });
    await expect(nowhere.scan(Buffer.from("a"))).rejects.toThrow(ScannerDown);
    expect(await nowhere.isUp()).toBe(false);
  });
});
