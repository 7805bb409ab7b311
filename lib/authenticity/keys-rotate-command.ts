import { asSystem, closeDatabase, statement } from "@/lib/db";
import { signer } from "./signer";

/** `npm run keys:rotate -- [--organisation CODE]`: a new signing key for one organisation, or for each that has one. */
const at = process.argv.indexOf("--organisation");
const code = at < 0 ? null : process.argv[at + 1];
if (process.argv.length > 2 && !code) {
  process.stderr.write("npm run keys:rotate -- [--organisation CODE]\n");
  process.exitCode = 2;
} else {
  const { rows } = await asSystem((tx) =>
    statement<{ id: string; code: string }>(
      tx,
      `select o.id, o.code from organisation o where case when $1::text is null
        then exists (select from signing_key k where k.organisation_id = o.id and k.retired_at is null) else o.code = $1 end order by o.code`,
      [code],
    ),
  );
  for (const organisation of rows)
    process.stdout.write(`${organisation.code} ${await signer().rotate(organisation.id)}\n`);
  if (code && rows.length === 0) {
    process.stderr.write(`${code}: not-found\n`);
    process.exitCode = 1;
  }
}
await closeDatabase();
