import pg from "pg";
import { env } from "@/lib/env";

async function connect(connectionString: string | undefined): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** A connection as the role that works for people, with no command before it and nobody named as who acts. */
export const connectAsApp = (): Promise<pg.Client> => connect(env().appDatabaseUrl);

/** A connection as the owner of the tables, past every trigger: for what a test says was so before. */
export async function connectPastTriggers(): Promise<pg.Client> {
  const owner = await connect(process.env.DATABASE_URL);
  await owner.query("set session_replication_role = replica");
  return owner;
}

/** While this role may not write the record. */
export async function whileUnrecorded(
  role: "lachan_app" | "lachan_system",
  work: () => Promise<unknown>,
): Promise<void> {
  const owner = await connect(process.env.DATABASE_URL);
  await owner.query(`revoke insert on event from ${role}`);
  try {
    await work();
  } finally {
    await owner.query(`grant insert on event to ${role}`);
    await owner.end();
  }
}
