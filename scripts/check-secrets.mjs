import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { main } from "./messages.mjs";
import { root } from "./processes.mjs";

/** Nothing secret in the files that git keeps, and no SQL assembled from text in the files that run. */

const secrets = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ["a cloud key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    "a service token",
    /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|xox[abprs]-[\w-]{20,}|npm_[A-Za-z0-9]{36}|sk-[A-Za-z0-9_-]{32,})\b/,
  ],
  ["a database address with a password", /postgres(?:ql)?:\/\/[^\s:/@"'`${}]+:(?!\*+@)[^\s@"'`${}]{6,}@/],
  [
    "a secret in a setting",
    /\b(?:AUTH_SECRET|MASTER_KEY|[A-Z_]*DATABASE_PASSWORD)["']?\s*[=:]\s*["']?[A-Za-z0-9+/_=-]{20,}/,
  ],
];
const forbiddenFile = /(^|\/)(\.env(\..*)?|secrets\.json|id_(rsa|ed25519)|.*\.(pem|p12|pfx|key))$/;
const ignoredByGit =
  /^(\.git|node_modules|\.next|\.data|\.env.*|lib\/generated|bench\/results|test-results|playwright-report)$/;
const unsafeSql = /\$(?:queryRaw|executeRaw)Unsafe\b/;

function isText(file) {
  return statSync(file).size < 2_000_000 && !readFileSync(file).subarray(0, 8_000).includes(0);
}

function problemsIn(file) {
  const problems = [];
  if (forbiddenFile.test(file)) problems.push(`${file}: a file of secrets`);
  const full = join(root, file);
  if (!isText(full)) return problems;
  const isTest = /\.test\.tsx?$/.test(file);
  readFileSync(full, "utf8")
    .split("\n")
    .forEach((line, index) => {
      // Tests of the refusal name weak settings on purpose; their database addresses lead nowhere.
      for (const [what, pattern] of isTest ? secrets.slice(0, 3) : secrets) {
        if (pattern.test(line)) problems.push(`${file}:${index + 1}: ${what}`);
      }
      if (/^(app|components|lib|worker|prisma|bench)\//.test(file) && unsafeSql.test(line)) {
        problems.push(`${file}:${index + 1}: SQL assembled from text`);
      }
    });
  return problems;
}

/** What git keeps; where git is missing (a bare container), everything but the ignored folders. */
function listFiles() {
  const listed = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const files = listed.status === 0 ? listed.stdout.split("\0").filter(Boolean) : [...walk("")];
  return files.filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile());
}

function* walk(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (ignoredByGit.test(path)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

await main(() => {
  const files = listFiles();
  const problems = files.flatMap(problemsIn);
  process.stdout.write(
    problems.length > 0 ? `${problems.join("\n")}\n` : `${files.length} files without secrets\n`,
  );
  if (problems.length > 0) process.exitCode = 1;
});
