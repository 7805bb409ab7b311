"use client";

import { NextIntlClientProvider } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import type { Words as Tree } from "@/lib/i18n/chosen-words";
import { type Language, timeZone } from "@/lib/i18n/languages";

const Above = createContext<Tree | null>(null);
const none: Tree = {};
/** Texts that were read, and what each became below which others: the same for all readers of a language. */
const read = new Map<string, Tree>();
const joined = new WeakMap<Tree, Map<Tree, Tree>>();

function treeOf(text: string): Tree {
  const known = read.get(text);
  if (known) return known;
  const tree = JSON.parse(text) as Tree;
  read.set(text, tree);
  return tree;
}

/** Both trees in one; words that stand in both are the same words. */
function join(above: Tree, own: Tree): Tree {
  const all = { ...above };
  for (const [name, part] of Object.entries(own)) {
    const before = all[name];
    all[name] = isTree(before) && isTree(part) ? join(before, part) : part;
  }
  return all;
}
const isTree = (part: Tree[string] | undefined): part is Tree =>
  typeof part === "object" && part !== null && !Array.isArray(part);

function joinedWith(above: Tree, own: Tree): Tree {
  const known = joined.get(above) ?? new Map<Tree, Tree>();
  joined.set(above, known);
  const tree = known.get(own) ?? join(above, own);
  known.set(own, tree);
  return tree;
}

/** Words for the client components below, added to those of above. `text` is JSON: one text travels lighter than its thousand parts. */
export function Words({
  language,
  text,
  children,
}: {
  language: Language;
  text: string;
  children: ReactNode;
}) {
  const messages = joinedWith(use(Above) ?? none, treeOf(text));
  return (
    <Above value={messages}>
      <NextIntlClientProvider locale={language} timeZone={timeZone} messages={messages}>
        {children}
      </NextIntlClientProvider>
    </Above>
  );
}
