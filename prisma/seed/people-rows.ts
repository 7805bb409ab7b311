import type pg from "pg";
import { hashPassword } from "@/lib/access/passwords";
import { newTotpSecret, sealTotp } from "@/lib/access/totp";
import { insertRows } from "./owner";
import { demoPeople, dutyPhones, membershipIdOf, onPortal, userIdOf } from "./people";
import { organisationId } from "./reference/organisation-row";

const joined = "2025-07-01T00:00:00Z";
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
      password_hash: await hashPassword(password),
      totp_secret: sealTotp(userIdOf(email), newTotpSecret()),
      totp_confirmed_at: joined,
    })),
  );
  const credential = await insertRows(client, "credential", credentials, { on: "user_id", update: false });
  await client.query("update organisation set on_portal = true where code = any($1)", [onPortal]);
  for (const [code, phone] of Object.entries(dutyPhones)) {
    await client.query("update organisation set duty_phone = $2 where code = $1 and duty_phone is null", [
      code,
      phone,
    ]);
  }
  return { person, membership, credential };
}
