import "./enough-node.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { main } from "./messages.mjs";
import { finish, start, typescript } from "./processes.mjs";

/** `npm run keys:rotate -- [--organisation CODE]`: new signing keys; the old ones go on verifying what they signed. */
await main(async () => {
  const { env } = await resolveEnvironment({ isQuiet: true });
  const { code } = await finish(
    start(typescript("lib/authenticity/keys-rotate-command.ts", ...process.argv.slice(2)), { env }),
  );
  process.exitCode = code;
});
