import "./enough-node.mjs";
import { main } from "./messages.mjs";
import { againstPortal } from "./portal-under-test.mjs";
import { typescript } from "./processes.mjs";

/**
 * `npm run bench:people [-- statement signing]`: seconds of a person at the portal's main jobs, on a production build and a
 * database of their own; bench/people.ts does the measuring. E2E_PORT chooses another port than 3200.
 */
await main(async () => {
  process.exitCode = await againstPortal(
    { name: "people", port: Number(process.env.E2E_PORT || 3200), portName: "E2E_PORT" },
    typescript("bench/people.ts", ...process.argv.slice(2)),
  );
});
