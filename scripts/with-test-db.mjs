import "./enough-node.mjs";
import { generate } from "./generate.mjs";
import { isMain, main } from "./messages.mjs";
import { finish, start, stayForCleanUp, tool } from "./processes.mjs";
import { openTestDatabase } from "./test-database.mjs";

const tools = { vitest: "vitest/vitest.mjs", tsx: "tsx/dist/cli.mjs", playwright: "playwright/cli.js" };

/**
 * Runs a tool with a fresh test database: `node scripts/with-test-db.mjs vitest run --project "db*"`.
 * @returns {Promise<number>} the tool's exit code
 */
export async function withTestDatabase([name, ...args]) {
  await generate();
  const { env, close } = await openTestDatabase({ name: "test", seeds: "reference" });
  const child = start(tool(tools[name] ?? name, ...args), { env: { ...env, NODE_ENV: "test" } });
  const release = stayForCleanUp(() => child.kill());
  try {
    return (await finish(child)).code;
  } finally {
    await close();
    release();
  }
}

if (isMain(import.meta)) {
  await main(async () => {
    process.exitCode = await withTestDatabase(process.argv.slice(2));
  });
}
