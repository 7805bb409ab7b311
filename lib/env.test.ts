import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEnv, UnsafeEnvironment } from "@/lib/env";

const key = randomBytes(32).toString("base64");
const good = {
  NODE_ENV: "production",
  APP_DATABASE_URL: "postgresql://lachan_app:k3Jx0aQw9@db.internal:5432/lachan",
  SYSTEM_DATABASE_URL: "postgresql://lachan_system:Zp81mmQeR@db.internal:5432/lachan",
  AUTH_SECRET: randomBytes(33).toString("base64url"),
  MASTER_KEY: key,
  APP_ORIGIN: "https://lachan.gov.vn",
};

function refusals(change: Record<string, string | undefined>): string[] {
  try {
    readEnv({ ...good, ...change });
    return [];
  } catch (problem) {
    if (!(problem instanceof UnsafeEnvironment)) throw problem;
    return problem.problems.map(({ name }) => name);
  }
}

describe("settings", () => {
  it("accepts a complete production environment", () => {
    const env = readEnv(good);
    expect(env).toMatchObject({
      isProduction: true,
      isDemo: false,
      appOrigin: "https://lachan.gov.vn",
      port: 3000,
    });
    expect(env.masterKey).toEqual(Buffer.from(key, "base64"));
  });

  it.each([
    [
      "nothing set",
      Object.fromEntries(Object.keys(good).map((name) => [name, undefined])),
      Object.keys(good).slice(1),
    ],
    ["an empty secret", { AUTH_SECRET: "" }, ["AUTH_SECRET"]],
    ["a short secret", { AUTH_SECRET: "a1b2c3d4e5f6g7h8" }, ["AUTH_SECRET"]],
    ["an example secret", { AUTH_SECRET: "change-me-please-0123456789-abcdefgh" }, ["AUTH_SECRET"]],
    ["a regular secret", { AUTH_SECRET: "ab".repeat(32) }, ["AUTH_SECRET"]],
    ["a short key", { MASTER_KEY: randomBytes(16).toString("base64") }, ["MASTER_KEY"]],
    ["a zero key", { MASTER_KEY: Buffer.alloc(32).toString("base64") }, ["MASTER_KEY"]],
    [
      "a common database password",
      { APP_DATABASE_URL: "postgresql://lachan_app:postgres@db/x" },
      ["APP_DATABASE_URL"],
    ],
    ["a password like the name", { SYSTEM_DATABASE_URL: "postgres://abc:abc@db/x" }, ["SYSTEM_DATABASE_URL"]],
    ["no address at all", { APP_DATABASE_URL: "localhost" }, ["APP_DATABASE_URL"]],
    ["plain http", { APP_ORIGIN: "http://lachan.gov.vn" }, ["APP_ORIGIN"]],
    ["a path in the origin", { APP_ORIGIN: "https://lachan.gov.vn/" }, ["APP_ORIGIN"]],
    ["two at once", { AUTH_SECRET: "", APP_ORIGIN: "lachan" }, ["AUTH_SECRET", "APP_ORIGIN"]],
  ] as const)("refuses %s and names it", (_, change, names) => {
    expect(refusals(change as Record<string, string | undefined>)).toEqual(names);
  });

  it("never repeats a value in the message", () => {
    const short = "Sh0rtButReal";
    expect(() => readEnv({ ...good, AUTH_SECRET: short })).toThrow(/AUTH_SECRET/);
    try {
      readEnv({ ...good, AUTH_SECRET: short });
    } catch (problem) {
      expect(String(problem)).not.toContain(short);
    }
  });

  it.each([
    [undefined, false],
    ["", false],
    ["0", false],
    ["true", false],
    ["1", true],
  ])("LACHAN_DEMO=%s means demo %s", (LACHAN_DEMO, isDemo) => {
    const env = readEnv({ ...good, LACHAN_DEMO, DEMO_PASSWORD: "only for the demo" });
    expect(env.isDemo).toBe(isDemo);
    expect(env.demoPassword).toBe(isDemo ? "only for the demo" : "");
  });

  it("sends nothing out unless it is told how, and refuses what tells nothing", () => {
    expect(readEnv(good)).toMatchObject({
      mail: null,
      webhookAllowPrivate: false,
      messengers: { sms: null, zalo: null },
    });
    const given = { SMTP_URL: "smtp://mail.internal:587", SMS_ADAPTER: "file", WEBHOOK_ALLOW_PRIVATE: "1" };
    expect(readEnv({ ...good, ...given })).toMatchObject({
      mail: {
        url: given.SMTP_URL,
        from: "Lá Chắn <khong-tra-loi@" + new URL(good.APP_ORIGIN).hostname + ">",
      },
      webhookAllowPrivate: true,
      messengers: { sms: "file", zalo: null },
    });
    const bad = { SMTP_URL: "mail.internal", MAIL_FROM: "nobody", SMS_ADAPTER: "pigeon", ZALO_ADAPTER: "x" };
    expect(refusals(bad).sort()).toEqual(Object.keys(bad).sort());
  });

  it("has no scanner of files unless one is named, and refuses what names none", () => {
    expect(readEnv(good).clamd).toBeNull();
    expect(readEnv({ ...good, CLAMD_HOST: "clamd.internal" }).clamd).toEqual({
      host: "clamd.internal",
      port: 3310,
      patienceMs: 20_000,
      mostBytes: 25 * 1024 * 1024,
    });
    expect(readEnv({ ...good, CLAMD_HOST: "/run/clamav/clamd.ctl" }).clamd?.host).toBe(
      "/run/clamav/clamd.ctl",
    );
    const bad = { CLAMD_HOST: "a b", CLAMD_PORT: "0", CLAMD_SECONDS: "0", CLAMD_MEGABYTES: "5" };
    expect(refusals(bad).sort()).toEqual(Object.keys(bad).sort());
  });
});
