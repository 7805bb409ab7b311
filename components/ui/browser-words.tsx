import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenWords, type Words as Tree } from "@/lib/i18n/chosen-words";
import { getLanguage } from "@/lib/i18n/words";
import { Words } from "./words";

/** What every page needs in the browser; the rest of the words stay on the server until a screen asks for them. */
export const everyPage = ["ui", "frame", "problems", "format"] as const;

/** By catalogue and names: a page's words are the same for all who read its language. */
const texts = new WeakMap<Tree, Map<string, string>>();

function textOf(all: Tree, names: readonly string[]): string {
  const known = texts.get(all) ?? new Map<string, string>();
  texts.set(all, known);
  const key = names.join();
  const text = known.get(key) ?? JSON.stringify(chosenWords(all, names));
  known.set(key, text);
  return text;
}

/**
 * Sends these words to the client components below, beside those sent above: whole namespaces, or a part of one as
 * `requests.status`. A client component that uses `useTranslations("requests")` needs them around it, else it shows the key.
 */
export async function BrowserWords({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const [language, all] = await Promise.all([getLanguage(), getMessages()]);
  return (
    <Words language={language} text={textOf(all as Tree, names)}>
      {children}
    </Words>
  );
}
