import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as drawings from "lucide-react";
import { format, resolveConfig } from "prettier";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { root } from "./processes.mjs";

/**
 * `node scripts/draw-icons.mjs`: draws the icons that screens use into components/icons, one file each, and points imports of
 * lucide-react there. A screen is written with `import { Zap } from "lucide-react"`; then this is run once.
 */
const folder = join(root, "components/icons");
const kept = new Set(["icon.tsx", "icons.test.ts"]);
const fileOf = (name) => name.replace(/([a-z0-9])([A-Z])|([a-zA-Z])(\d)/g, "$1$3-$2$4").toLowerCase();
const lines = (name) =>
  renderToStaticMarkup(createElement(drawings[name]))
    .replace(/^<svg[^>]*>|<\/svg>$/g, "")
    .replace(/><\/\w+>/g, "/>");

const screens = ["app", "components"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true })
    .filter((file) => file.endsWith(".tsx") || file.endsWith(".ts"))
    .map((file) => join(root, room, file)),
);
const used = new Set();
for (const file of screens) {
  const text = readFileSync(file, "utf8");
  const turned = text.replace(/^import (type )?\{([^}]*)\} from "lucide-react";$/gm, (_, isType, list) =>
    list
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const name = part.replace(/^type /, "");
        return name === "LucideIcon"
          ? `import type { Icon as LucideIcon } from "@/components/icons/icon";`
          : `import { ${name} } from "@/components/icons/${fileOf(name.split(" as ")[0])}";`;
      })
      .join("\n"),
  );
  if (turned !== text) writeFileSync(file, turned);
  for (const [, name] of turned.matchAll(/^import \{ (\w+)(?: as \w+)? \} from "@\/components\/icons\//gm))
    used.add(name);
}

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (!kept.has(file)) rmSync(join(folder, file));
for (const name of used) {
  const file = join(folder, `${fileOf(name)}.ts`);
  const text = `import { icon } from "./icon";\n\nexport const ${name} = icon('${lines(name)}');\n`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "typescript" }));
}
process.stdout.write(`${used.size} icons\n`);
