import { writeFileSync } from "node:fs";
import { lifecyclePage } from "../lib/requests/lifecycle-diagram.ts";

/** `npx tsx scripts/draw-lifecycle.mjs`: writes docs/lifecycle.md from the table, after an arrow has changed. */
writeFileSync(new URL("../docs/lifecycle.md", import.meta.url), lifecyclePage());
