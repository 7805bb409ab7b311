import { writeFileSync } from "node:fs";
import { drawMap } from "../lib/figures/province-drawing.ts";

/** `npx tsx scripts/draw-map.mjs`: writes the map of the provinces, after prisma/data/vn-provinces.topo.json has changed. */
const { svg, index } = drawMap();
writeFileSync(new URL("../lib/figures/vietnam.svg", import.meta.url), svg);
writeFileSync(new URL("../lib/figures/vietnam.json", import.meta.url), `${JSON.stringify(index, null, 2)}\n`);
