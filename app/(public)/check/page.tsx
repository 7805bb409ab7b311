import type { Metadata } from "next";
import { CheckScreen } from "@/components/check/check-screen";
import { callerAddress } from "@/lib/access/current-actor";
import { checkLetter } from "@/lib/check/check-letter";
import { checkWords } from "@/lib/check/words";

export const metadata: Metadata = {
  title: checkWords("vi")("title"),
  robots: { index: false, follow: false },
};

/** Where a code from a letter is typed in; the form brings it back here. */
export default async function CheckPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { code } = await searchParams;
  if (code === undefined) return <CheckScreen state={null} />;
  const typed = String(code);
  return <CheckScreen state={await checkLetter(typed, await callerAddress())} typed={typed} />;
}
