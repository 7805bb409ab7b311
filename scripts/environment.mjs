import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./messages.mjs";
import { startCluster } from "./postgres.mjs";
import { clusters } from "./postgres-clusters.mjs";
import { root } from "./processes.mjs";
import { dataFolder, loadSecrets } from "./secrets.mjs";

/** The two login roles of the portal; migrations grant to them by these names. */
export const appRole = "lachan_app";
export const systemRole = "lachan_system";

/** Where an outside PostgreSQL is named for each use; the bundled one serves what is not named. */
const addressVariables = {
  main: "DATABASE_URL",
  test: "TEST_DATABASE_URL",
  bench: "BENCH_DATABASE_URL",
};

const settingsOfProduction = [
  "APP_DATABASE_URL",
  "SYSTEM_DATABASE_URL",
  "AUTH_SECRET",
  "MASTER_KEY",
  "APP_ORIGIN",
];

const file = join(root, ".env");
if (existsSync(file)) process.loadEnvFile(file);

/** The owner's address with another role in it. */
function as(ownerUrl, role, password) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * The settings of development, demo and tests: what the person set wins, the rest is derived from this machine's
 * own secrets. Starts the bundled PostgreSQL unless an address is given (DATABASE_URL; TEST_DATABASE_URL for tests).
 *
 * @param {{ cluster?: keyof typeof clusters, isDemo?: boolean, port?: number, isQuiet?: boolean }} options
 * @returns {Promise<{ env: Record<string, string>, owner: string, isOwnCluster: boolean, wasStarted: boolean }>}
 *   env has everything for migrations and the seed (DATABASE_URL is the owner's); give web and worker `withoutOwner(env)`
 */
export async function resolveEnvironment({ cluster = "main", isDemo = false, port, isQuiet = false } = {}) {
  const given = process.env[addressVariables[cluster]];
  const isOwnCluster = !given;
  const { url: owner, wasStarted } = given
    ? { url: given, wasStarted: false }
    : await startCluster(clusters[cluster], { isQuiet });
  const secrets = loadSecrets();
  // A run of tests or measurements never follows addresses that were set for the real database.
  const explicit = cluster === "main" ? process.env : {};
  const listensOn = String(port ?? (process.env.PORT || 3000));
  const origin = explicit.APP_ORIGIN || `http://localhost:${listensOn}`;
  const env = {
    ...process.env,
    DATABASE_URL: owner,
    APP_DATABASE_URL: explicit.APP_DATABASE_URL || as(owner, appRole, secrets.APP_DATABASE_PASSWORD),
    SYSTEM_DATABASE_URL:
      explicit.SYSTEM_DATABASE_URL || as(owner, systemRole, secrets.SYSTEM_DATABASE_PASSWORD),
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.AUTH_SECRET,
    MASTER_KEY: process.env.MASTER_KEY || secrets.MASTER_KEY,
    DEMO_PASSWORD: isDemo ? process.env.DEMO_PASSWORD || secrets.DEMO_PASSWORD : "",
    FILES_DIR: explicit.FILES_DIR || join(dataFolder, cluster === "main" ? "files" : `${cluster}-files`),
    APP_ORIGIN: origin,
    // Tests bring their own scanner, or none.
    CLAMD_HOST: explicit.CLAMD_HOST || "",
    // Nor does anything of a test leave this machine.
    SMTP_URL: explicit.SMTP_URL || "",
    MAIL_FROM: explicit.MAIL_FROM || "",
    SMS_ADAPTER: explicit.SMS_ADAPTER || "",
    ZALO_ADAPTER: explicit.ZALO_ADAPTER || "",
    WEBHOOK_ALLOW_PRIVATE: explicit.WEBHOOK_ALLOW_PRIVATE || "",
    // The sign-in library reads this name by itself.
    NEXTAUTH_URL: origin,
    PORT: listensOn,
    LACHAN_DEMO: isDemo ? "1" : "",
    LACHAN_TEST: cluster === "test" ? "1" : "",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return { env, owner, isOwnCluster, wasStarted };
}

/** The same settings for web and worker, which must not be able to step over row-level security. */
export function withoutOwner({ DATABASE_URL: _, ...env }) {
  return env;
}

/**
 * The settings of a real start: nothing is derived, so that no server ever runs on a laptop's secrets.
 * @throws {Refusal} naming what is not set (lib/env.ts then refuses what is set but weak)
 */
export function productionEnvironment() {
  const missing = settingsOfProduction.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Refusal("productionNeeds", { names: missing.join(", ") });
  return withoutOwner({
    ...process.env,
    NODE_ENV: "production",
    NEXTAUTH_URL: process.env.APP_ORIGIN,
    // A forgotten test setting must not weaken a real server.
    LACHAN_TEST: "",
    AUTHZ_APP: "on",
    NEXT_TELEMETRY_DISABLED: "1",
  });
}
