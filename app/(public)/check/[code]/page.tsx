import type { Metadata } from "next";
import { CheckScreen } from "@/components/check/check-screen";
import { callerAddress } from "@/lib/access/current-actor";
import { checkLetter } from "@/lib/check/check-letter";
import { checkWords } from "@/lib/check/words";

export const metadata: Metadata = {
  title: checkWords("vi")("title"),
  robots: { index: false, follow: false },
};

/** What the QR code on a letter opens. */
export default async function CheckCodePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return <CheckScreen state={await checkLetter(code, await callerAddress())} typed={code} />;
}
