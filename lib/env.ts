import { isAbsolute, resolve } from "node:path";
import { z } from "zod";

/**
 * The only reader of process.env in the portal. Everything else asks `env()`.
 * `scripts/environment.mjs` fills these names for development, demo and tests; a real server sets them itself.
 */

/** Words that show that somebody copied an example instead of making a secret. */
const exampleWords = /change.?me|example|placeholder|default|password|secret|insecure|dev-only|xxxx|1234567/i;

function isWeak(value: string): boolean {
  return exampleWords.test(value) || new Set(value).size < 10;
}

const secret = z
  .string("missing")
  .min(32, "shorter than 32 characters")
  .refine((value) => !isWeak(value), "an example value or too regular");

const masterKey = z
  .string("missing")
  .refine((value) => Buffer.from(value, "base64").length === 32, "not 32 bytes in base64")
  .refine((value) => !isWeak(value), "an example value or too regular")
  .transform((value) => Buffer.from(value, "base64"));

const commonDatabasePasswords = new Set(["", "postgres", "password", "portal", "lachan", "admin", "123456"]);

const databaseUrl = z
  .string("missing")
  .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
    error: "not a postgresql:// address",
    abort: true,
  })
  .refine((value) => {
    const { username, password } = new URL(value);
    return !commonDatabasePasswords.has(decodeURIComponent(password)) && password !== username;
  }, "has no password or a common one");

const origin = z
  .string("missing")
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    error: "not an origin like https://host",
    abort: true,
  })
  .refine(
    (value) => value.startsWith("https://") || ["localhost", "127.0.0.1"].includes(new URL(value).hostname),
    "must be https:// outside this machine",
  );

const flag = z
  .string()
  .default("")
  .transform((value) => value === "1");
const folder = (name: string) =>
  z
    .string()
    .default(name)
    .transform((value) => (isAbsolute(value) ? value : resolve(process.cwd(), value)));

const schema = z.object({
  NODE_ENV: z.string().default("development"),
  /** Row-level security binds this role: it owns nothing and bypasses nothing. */
  APP_DATABASE_URL: databaseUrl,
  /** The narrow second door of sign-in and the worker. */
  SYSTEM_DATABASE_URL: databaseUrl,
  AUTH_SECRET: secret,
  MASTER_KEY: masterKey,
  APP_ORIGIN: origin,
  PORT: z.coerce.number("not a number").int().min(1).max(65_535).default(3000),
  DATABASE_POOL: z.coerce.number("not a number").int().min(1).max(200).default(15),
  FILES_DIR: folder(".data/files"),
  /** Where clamd listens: a host, or the path of its socket. Unset, the portal's own inspection of files stands alone. */
  CLAMD_HOST: z
    .string()
    .regex(/^(\/[^\s]+|[\w.:-]+)$/, "not a host or the path of a socket")
    .optional(),
  CLAMD_PORT: z.coerce.number("not a number").int().min(1).max(65_535).default(3310),
  CLAMD_SECONDS: z.coerce.number("not a number").int().min(1).max(120).default(20),
  /** No less than the largest file that the portal takes, no more than clamd's own StreamMaxLength. */
  CLAMD_MEGABYTES: z.coerce.number("not a number").int().min(20).max(4_000).default(25),
  /** The office's mail server, smtp:// or smtps://, with the account in it if there is one. Unset, no mail leaves. */
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:\/\//.test(value) && URL.canParse(value),
      "not an smtp:// or smtps:// address",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+ <)?[^\s<>@]+@[^\s<>@]+>?$/, "not an address like Lá Chắn <khong-tra-loi@host>")
    .optional(),
  /** Webhooks go over https to public addresses; 1 lets them reach an intranet, and this machine in tests. */
  WEBHOOK_ALLOW_PRIVATE: flag,
  /** Who carries short messages; `file` writes them as lines into MESSAGES_DIR. Unset, none leave. */
  SMS_ADAPTER: z.enum(["file"], "unknown adapter").optional(),
  ZALO_ADAPTER: z.enum(["file"], "unknown adapter").optional(),
  MESSAGES_DIR: folder(".data/messages"),
  /** Whoever brings it may read /api/metrics; unset, there is no such address. */
  METRICS_TOKEN: secret.optional(),
  /** Where the worker answers about itself (health, readiness, metrics); unset, nowhere. */
  WORKER_PORT: z.coerce.number("not a number").int().min(1).max(65_535).optional(),
  WORKER_HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LACHAN_DEMO: flag,
  /** Both together, and only in a test run, take the application's own filter away to prove row-level security alone. */
  LACHAN_TEST: flag,
  AUTHZ_APP: z.enum(["on", "off"]).default("on"),
  /** Who keeps the organisations' signing keys. An unknown name stops the start. */
  SIGNER: z.enum(["database"], "unknown signer").default("database"),
  /** For an installation that issued orders before it had keys: those sent before this instant count without a signature. */
  UNSIGNED_BEFORE: z.iso
    .datetime({ offset: true, error: "not an instant like 2026-12-01T00:00:00Z" })
    .optional(),
  /** Only the demo has one password for everybody; it is shown on the sign-in page there. */
  DEMO_PASSWORD: z.string().default(""),
});

export type Env = Readonly<{
  isProduction: boolean;
  isDemo: boolean;
  appDatabaseUrl: string;
  systemDatabaseUrl: string;
  authSecret: string;
  /** True only when a test proves the second wall alone. */
  firstWallOff: boolean;
  /** 32 bytes that wrap the signing keys. */
  masterKey: Buffer;
  signer: z.output<typeof schema>["SIGNER"];
  /** Orders sent before it count without a signature; null: none does. */
  unsignedBefore: Date | null;
  appOrigin: string;
  port: number;
  /** Database connections of this process. */
  databasePool: number;
  /** Absolute folder of uploaded files. */
  filesDir: string;
  /** The scanner of files, or null: none. Time in milliseconds, size in bytes. */
  clamd: Readonly<{ host: string; port: number; patienceMs: number; mostBytes: number }> | null;
  /** The mail server and the sender's address, or null: no mail leaves. */
  mail: Readonly<{ url: string; from: string }> | null;
  /** May webhooks go to private networks and without https? */
  webhookAllowPrivate: boolean;
  /** Who carries short messages on each way, or null: nobody. */
  messengers: Readonly<{ sms: "file" | null; zalo: "file" | null }>;
  /** Absolute folder of the file adapter. */
  messagesDir: string;
  /** Null: nobody reads metrics. */
  metricsToken: string | null;
  /** Where the worker answers about itself, or null: nowhere. */
  workerDoor: Readonly<{ host: string; port: number }> | null;
  logLevel: z.output<typeof schema>["LOG_LEVEL"];
  /** Empty outside the demo. */
  demoPassword: string;
}>;

/** The settings are missing or unsafe; `problems` names each setting, never its value. */
export class UnsafeEnvironment extends Error {
  constructor(readonly problems: readonly { name: string; problem: string }[]) {
    super(`Unsafe settings: ${problems.map(({ name, problem }) => `${name} (${problem})`).join("; ")}`);
    this.name = "UnsafeEnvironment";
  }
}

/**
 * Reads settings from `source` and refuses what is missing, short or copied from an example.
 * @throws {UnsafeEnvironment} naming every bad setting at once
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  // An empty variable in a .env file or a compose file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const first = new Map<string, string>();
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      if (!first.has(name)) first.set(name, message);
    }
    throw new UnsafeEnvironment([...first].map(([name, problem]) => ({ name, problem })));
  }
  const value = parsed.data;
  return Object.freeze({
    isProduction: value.NODE_ENV === "production",
    isDemo: value.LACHAN_DEMO,
    appDatabaseUrl: value.APP_DATABASE_URL,
    systemDatabaseUrl: value.SYSTEM_DATABASE_URL,
    authSecret: value.AUTH_SECRET,
    firstWallOff: value.LACHAN_TEST && value.AUTHZ_APP === "off",
    masterKey: value.MASTER_KEY,
    signer: value.SIGNER,
    unsignedBefore: value.UNSIGNED_BEFORE ? new Date(value.UNSIGNED_BEFORE) : null,
    appOrigin: value.APP_ORIGIN,
    port: value.PORT,
    databasePool: value.DATABASE_POOL,
    filesDir: value.FILES_DIR,
    clamd: value.CLAMD_HOST
      ? {
          host: value.CLAMD_HOST,
          port: value.CLAMD_PORT,
          patienceMs: value.CLAMD_SECONDS * 1_000,
          mostBytes: value.CLAMD_MEGABYTES * 1024 * 1024,
        }
      : null,
    mail: value.SMTP_URL
      ? {
          url: value.SMTP_URL,
          from: value.MAIL_FROM ?? `Lá Chắn <khong-tra-loi@${new URL(value.APP_ORIGIN).hostname}>`,
        }
      : null,
    webhookAllowPrivate: value.WEBHOOK_ALLOW_PRIVATE,
    messengers: { sms: value.SMS_ADAPTER ?? null, zalo: value.ZALO_ADAPTER ?? null },
    messagesDir: value.MESSAGES_DIR,
    metricsToken: value.METRICS_TOKEN ?? null,
    workerDoor: value.WORKER_PORT ? { host: value.WORKER_HOST, port: value.WORKER_PORT } : null,
    logLevel: value.LOG_LEVEL,
    demoPassword: value.LACHAN_DEMO ? value.DEMO_PASSWORD : "",
  });
}

let known: Env | undefined;

/** The settings of this process, read once at the first call (never while building). */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** True only when LACHAN_DEMO=1: no other setting and no missing setting turns the demo on. */
export function isDemo(): boolean {
  return process.env.LACHAN_DEMO === "1";
}
