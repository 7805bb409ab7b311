import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { appRole, systemRole } from "./environment.mjs";
import { Refusal } from "./messages.mjs";

/**
 * What PostgreSQL itself would store for this password (RFC 5803), computed here so that the password is never part
 * of a statement and cannot reach a server log.
 */
export function scramVerifier(password, salt = randomBytes(16)) {
  const rounds = 4096;
  const salted = pbkdf2Sync(password.normalize("NFKC"), salt, rounds, 32, "sha256");
  const hmac = (text) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}

async function opens(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the two login roles of the portal and sets their passwords when the present ones do not open the database.
 * They own nothing and bypass nothing; the migrations grant them what they may do.
 * @throws {Refusal} when the owner may not create roles, or a role is too strong for row-level security to bind it
 */
export async function ensureRoles(client, env) {
  const wanted = [
    [appRole, env.APP_DATABASE_URL],
    [systemRole, env.SYSTEM_DATABASE_URL],
  ];
  for (const [role, url] of wanted) {
    const { username, password } = new URL(url);
    // An address with another name points at a role that the operator looks after.
    const isOurs = decodeURIComponent(username) === role;
    try {
      const { rows } = await client.query("select rolcanlogin from pg_roles where rolname = $1", [role]);
      const verifier = pg.escapeLiteral(scramVerifier(decodeURIComponent(password)));
      if (rows.length === 0) {
        await client.query(
          `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit
           ${isOurs ? `password ${verifier}` : ""}`,
        );
      } else if (isOurs && !(await opens(url))) {
        await client.query(`alter role ${role} login password ${verifier}`);
      }
    } catch (problem) {
      if (problem.code !== "42501") throw problem;
      const { rows } = await client.query("select current_user as owner");
      throw new Refusal("rolesNotAllowed", {
        owner: rows[0].owner,
        roles: wanted.map(([name]) => name).join(", "),
      });
    }
    await refuseStrong(client, role);
  }
}

async function refuseStrong(client, role) {
  const { rows } = await client.query(
    `select r.rolsuper or r.rolbypassrls
            or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relowner = r.oid and n.nspname = 'public') as strong
       from pg_roles r where r.rolname = $1`,
    [role],
  );
  if (rows[0]?.strong) throw new Refusal("roleTooStrong", { role });
}
