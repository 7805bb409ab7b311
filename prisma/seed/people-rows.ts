import { hash } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { seal } from "@/lib/access/crypto";
import { insertRows } from "./owner";
import { demoPeople, membershipIdOf, onPortal, userIdOf } from "./people";
import { organisationId } from "./reference/organisation-row";

const joined = "2025-07-01T00:00:00Z";
/** Argon2id with 19 MiB, two passes, one lane: the floor of OWASP's password storage advice. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A second-factor secret of 160 bits in base32 (RFC 4226 asks for at least 128). */
function totpSecret(): string {
  return Array.from(randomBytes(32), (byte) => base32.charAt(byte % 32)).join("");
}

/** The people of the demonstration, all with one password and each with a second factor of his own. Returns rows by table. */
export async function seedPeople(client: pg.Client, password: string): Promise<Record<string, number>> {
  const once = { on: "id", update: false };
  const person = await insertRows(
    client,
    "person",
    demoPeople.map(({ email, fullName, rank }) => ({
      id: userIdOf(email),
      email,
      full_name: fullName,
      rank,
      created_at: joined,
    })),
    once,
  );
  const membership = await insertRows(
    client,
    "membership",
    demoPeople.flatMap(({ email, memberships }) =>
      memberships.map(({ organisation, roles, title, signerTitle }) => ({
        id: membershipIdOf(email, organisation),
        user_id: userIdOf(email),
        organisation_id: organisationId(organisation),
        roles,
        title,
        signer_title: signerTitle ?? null,
        valid_from: joined,
      })),
    ),
    once,
  );
  const credentials = await Promise.all(
    demoPeople.map(async ({ email }) => ({
      user_id: userIdOf(email),
      password_hash: await hash(password.normalize("NFC"), argon),
      totp_secret: seal(totpSecret(), userIdOf(email)),
      totp_confirmed_at: joined,
    })),
  );
  const credential = await insertRows(client, "credential", credentials, { on: "user_id", update: false });
  await client.query("update organisation set on_portal = true where code = any($1)", [onPortal]);
  return { person, membership, credential };
}
