import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenWords, type Words } from "@/lib/i18n/chosen-words";

/** What every page needs in the browser; the rest of the words stay on the server until a screen asks for them. */
const always = ["ui", "frame", "problems", "format"] as const;

/**
 * Sends these words to the client components below: whole namespaces, or a part of one as `requests.status`. A client component
 * that uses `useTranslations("requests")` needs them around it, else it shows the key. Nested ones do not add up: name all
 * that is needed below.
 */
export async function BrowserWords({
  names = [],
  children,
}: {
  names?: readonly string[];
  children: ReactNode;
}) {
  const messages = chosenWords((await getMessages()) as Words, [...always, ...names]);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
