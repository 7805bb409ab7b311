import "./enough-node.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { main } from "./messages.mjs";
import { finish, start, typescript } from "./processes.mjs";

/** `npm run audit:verify`: recomputes the chain of events and names the first broken link (exit code 1). */
await main(async () => {
  const { env } = await resolveEnvironment({ isQuiet: true });
  const { code } = await finish(
    start(typescript("lib/audit/verify-command.ts", ...process.argv.slice(2)), { env }),
  );
  process.exitCode = code;
});
