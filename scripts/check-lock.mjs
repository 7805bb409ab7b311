import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "./messages.mjs";
import { root } from "./processes.mjs";

/**
 * npm leaves optional packages of other platforms out of the lock without a word when the registry lacks them, and
 * `npm ci` then fails on those platforms. Also: every package comes from the registry with a SHA-512, direct versions are exact.
 */
await main(() => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const problems = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isPresent = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`];
      if (!isPresent) problems.push(`${path}: optional ${name}@${version} is missing`);
    }
    if (entry.extraneous)
      problems.push(`${path}: is extraneous; npm ci takes it away and every start installs anew`);
    if (path === "" || entry.inBundle) continue;
    if (!entry.integrity?.startsWith("sha512-")) problems.push(`${path}: no SHA-512`);
    if (/^(git|http:)/.test(entry.resolved ?? "")) problems.push(`${path}: not from a registry over https`);
  }
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const given = Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
    ...overrides,
  });
  // An override may hold for what one package asks alone.
  const single = given.flatMap((entry) =>
    typeof entry[1] === "object" ? Object.entries(entry[1]) : [entry],
  );
  for (const [name, version] of single) {
    if (!/^\d/.test(version)) problems.push(`package.json: ${name}@${version} is not exact`);
  }
  process.stdout.write(problems.length > 0 ? `${problems.join("\n")}\n` : "the lock is complete\n");
  if (problems.length > 0) process.exitCode = 1;
});
