import "./enough-node.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { main } from "./messages.mjs";
import { finish, start, typescript } from "./processes.mjs";

/** `npm run admin:first -- <e-mail> <full name>`: names the first administrator of a new installation. */
await main(async () => {
  const { env } = await resolveEnvironment({ isQuiet: true });
  const { code } = await finish(
    start(typescript("lib/access/first-admin-command.ts", ...process.argv.slice(2)), { env }),
  );
  process.exitCode = code;
});
