import { Logger, runMigrations } from "graphile-worker";
import { systemRole } from "./environment.mjs";

const schema = "graphile_worker";

/**
 * Installs graphile-worker's tables as the owner and opens them to the worker's role alone: the web's role writes to
 * the outbox and never sees the queue.
 * @param {import("pg").Client} client the owner's connection, under the migration lock
 */
export async function migrateJobs(client, ownerUrl) {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
  await client.query(`
    revoke all on schema ${schema} from public;
    grant usage on schema ${schema} to ${systemRole};
    grant select, insert, update, delete on all tables in schema ${schema} to ${systemRole};
    grant usage, select on all sequences in schema ${schema} to ${systemRole};
    revoke execute on all functions in schema ${schema} from public;
    grant execute on all functions in schema ${schema} to ${systemRole};`);
  // graphile-worker switches row-level security on and expects the worker to be the owner; ours is not.
  const { rows } = await client.query(
    `select c.relname from pg_class c
      where c.relnamespace = $1::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')`,
    [schema],
  );
  for (const { relname } of rows) {
    await client.query(
      `create policy worker on ${schema}.${relname} to ${systemRole} using (true) with check (true)`,
    );
  }
}
