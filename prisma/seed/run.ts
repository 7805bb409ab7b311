import { asOwner } from "./owner";
import { seedPeople } from "./people-rows";
import { seedReference } from "./reference";
import { seedScale } from "./scale";
import { seedStory } from "./story";

/** `reference | demo | scale --requests N`, as the owner in DATABASE_URL. Prints rows written by table. */
async function run(): Promise<void> {
  const [task = ""] = process.argv.slice(2);
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL names the owner of the tables");
  const begun = performance.now();
  if (task === "reference") show(await asOwner(url, seedReference));
  else if (task === "demo") await demo(url);
  else if (task === "scale") show(await seedScale(url, requestCount()));
  else throw new Error("usage: reference | demo | scale --requests N");
  console.log(`${((performance.now() - begun) / 1_000).toFixed(1)} s`);
}

async function demo(url: string): Promise<void> {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error("DEMO_PASSWORD is the password of everybody in the demonstration");
  show(await asOwner(url, seedReference));
  const written = await asOwner(url, async (client) => {
    const people = await seedPeople(client, password);
    const { rowCount } = await client.query("select 1 from fraud_case limit 1");
    return rowCount ? people : { ...people, ...(await seedStory(client, new Date())) };
  });
  show(written);
}

function requestCount(): number {
  const at = process.argv.indexOf("--requests");
  const count = Number(process.argv[at + 1]);
  if (at < 0 || !Number.isInteger(count) || count < 1 || count > 5_000_000)
    throw new Error("--requests needs a whole number from 1 to 5000000");
  return count;
}

function show(written: Record<string, number>): void {
  for (const [table, rows] of Object.entries(written)) console.log(`${table.padEnd(20)} ${rows}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
