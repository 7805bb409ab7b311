import { readFileSync } from "node:fs";
import { join } from "node:path";
// The parser that next-intl itself brings and uses.
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { main } from "./messages.mjs";
import { root } from "./processes.mjs";
import { wordsUsed } from "./words-used.mjs";

/**
 * Both languages have the same keys with the same placeholders; the code asks for no key that is missing and none
 * stands unused. A key that the code only composes is declared beside it: `// words: requests.status.*`
 */

function flatten(node, prefix = "") {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? flatten(value, `${prefix}${key}.`)
      : [[prefix + key, value]],
  );
}

function read(language) {
  return new Map(flatten(JSON.parse(readFileSync(join(root, `messages/${language}.json`), "utf8"))));
}

/** The names that a sentence needs, values and tags alike: {count, plural, …} and <link>. */
function placeholders(parts, names = new Set()) {
  for (const part of parts) {
    if (part.type !== TYPE.literal && part.type !== TYPE.pound) names.add(part.value);
    for (const { value } of Object.values(part.options ?? {})) placeholders(value, names);
    if (part.children) placeholders(part.children, names);
  }
  return [...names].sort().join(" ");
}

/** What a sentence needs, or why it cannot be read: a missing brace would break the screen that shows it. */
function needs(text) {
  try {
    return placeholders(parse(String(text)));
  } catch (problem) {
    return `unreadable: ${problem.message}`;
  }
}

/** "a.*.b" as a test over whole keys; a star stands for one or more segments or parts of one. */
function matcher(pattern) {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".+")}$`);
}

function compareLanguages(vi, en) {
  const problems = [];
  for (const key of vi.keys()) if (!en.has(key)) problems.push(`only in vi: ${key}`);
  for (const key of en.keys()) if (!vi.has(key)) problems.push(`only in en: ${key}`);
  for (const [key, text] of vi) {
    const [inVi, inEn] = [needs(text), needs(en.get(key) ?? text)];
    if (inVi !== inEn || inVi.startsWith("unreadable"))
      problems.push(`${key} needs vi: ${inVi}; en: ${inEn}`);
    if (String(text).trim() === "" || String(en.get(key) ?? "x").trim() === "")
      problems.push(`empty: ${key}`);
  }
  return problems;
}

function compareWithCode(keys) {
  const { asked, loose, declared } = wordsUsed();
  const used = new Set();
  const problems = [];
  const mark = (pattern) => {
    if (!pattern.includes("*")) {
      if (keys.has(pattern)) used.add(pattern);
      // t.raw and next-intl's objects: a branch stands for what is below it.
      return (
        keys.has(pattern) || [...keys.keys()].some((key) => key.startsWith(`${pattern}.`) && used.add(key))
      );
    }
    const test = matcher(pattern);
    const found = [...keys.keys()].filter((key) => test.test(key));
    for (const key of found) used.add(key);
    return found.length > 0;
  };
  for (const { file, line, keys: wanted } of asked) {
    if (!wanted.map(mark).some(Boolean)) problems.push(`missing: ${wanted.join(" or ")} (${file}:${line})`);
  }
  for (const pattern of declared) if (!mark(pattern)) problems.push(`declared but missing: ${pattern}`);
  for (const text of loose) {
    // A text with dots that is a whole key, or a composed one with a known beginning, was handed on to a translator.
    if (text.includes("*") ? /^\w+\.[\w.]*\*/.test(text) : keys.has(text)) mark(text);
  }
  for (const key of keys.keys()) if (!used.has(key)) problems.push(`unused: ${key}`);
  return problems;
}

await main(() => {
  const [vi, en] = [read("vi"), read("en")];
  const problems = [...compareLanguages(vi, en), ...compareWithCode(vi)];
  if (problems.length === 0) {
    process.stdout.write(`${vi.size} keys in two languages\n`);
    return;
  }
  process.stdout.write(`${problems.join("\n")}\n${problems.length} problems with words\n`);
  process.exitCode = 1;
});
