import "./enough-node.mjs";
import { main } from "./messages.mjs";
import { againstPortal } from "./portal-under-test.mjs";
import { typescript } from "./processes.mjs";

/**
 * `npm run bench:live`: how soon an urgent order is heard of on 200 open screens, on a production build and a database of its own;
 * bench/live/run.ts does the measuring. E2E_PORT chooses another port than 3200.
 */
await main(async () => {
  process.exitCode = await againstPortal(
    { name: "live", port: Number(process.env.E2E_PORT || 3200), portName: "E2E_PORT" },
    typescript("bench/live/run.ts"),
  );
});
