import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What every page needs in the browser; the rest of the words stay on the server until a screen asks for them. */
const always = ["ui", "frame", "problems", "format"] as const;

/**
 * Sends the words of these namespaces to the client components below. A client component that uses
 * `useTranslations("requests")` needs <BrowserWords names={["requests"]}> around it, else it shows the key.
 * Nested ones do not add up: name all that is needed below.
 */
export async function BrowserWords({
  names = [],
  children,
}: {
  names?: readonly string[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = [...always, ...names].filter((name) => name in all);
  const messages = Object.fromEntries(wanted.map((name) => [name, all[name as keyof typeof all]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
