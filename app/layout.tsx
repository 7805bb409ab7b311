import { BrowserWords, everyPage } from "@/components/ui/browser-words";
import { readPreferences } from "@/lib/i18n/preferences";
import { getWords } from "@/lib/i18n/words";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import "./styles/fonts.css";
import "./globals.css";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#161a20" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("frame");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, address: false, email: false },
    referrer: "no-referrer",
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Asking for the headers makes every page dynamic, which the nonce of the security policy needs.
  const [jar] = await Promise.all([cookies(), headers()]);
  const { language, theme, density } = readPreferences((name) => jar.get(name)?.value);
  return (
    <html lang={language} data-theme={theme === "auto" ? undefined : theme} data-density={density}>
      <body>
        <BrowserWords names={everyPage}>{children}</BrowserWords>
      </body>
    </html>
  );
}
