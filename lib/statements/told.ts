import type { FoundKind } from "@/lib/recognise/types";
import type { Told } from "./types";

const longestPassage = 600;
/** A time this many letters away still belongs to the address beside it. */
const near = 120;

/**
 * What stands beside a find that a request about it may have to tell (kinds' `details`): the sentence that names an address or an
 * account of a platform; the port and the moment beside an IP address. `moments` are the whole times of the text.
 */
export function toldBeside(
  text: string,
  { kind, start, end }: { kind: FoundKind; start: number; end: number },
  moments: readonly { start: number; at: string }[],
): Told {
  if (kind === "url" || kind === "social_account") return { passage: passageAround(text, start, end) };
  if (kind !== "ip_address") return {};
  const port = /^(?::|[\s,;(]*(?:cổng|port|cong)\s*:?\s*)(\d{1,5})(?!\d)/iu.exec(
    text.slice(end, end + 40),
  )?.[1];
  const seen = moments
    .map(({ start: place, at }) => ({ at, away: Math.min(Math.abs(place - end), Math.abs(place - start)) }))
    .filter(({ away }) => away <= near)
    .sort((a, b) => a.away - b.away)[0];
  return { ...(port !== undefined && Number(port) > 0 && { port }), ...(seen && { seenAt: seen.at }) };
}

/** The one sentence that names it: those around it tell of the victim, whom the receiver must not learn of (domain §1.2). */
function passageAround(text: string, start: number, end: number): string {
  const breaks = [...text.matchAll(/\n+|[.!?…]\s+/g)].map(({ 0: mark, index }) => index + mark.length);
  const from = breaks.findLast((place) => place <= start) ?? 0;
  const to = breaks.find((place) => place >= end) ?? text.length;
  return text.slice(from, to).trim().slice(0, longestPassage);
}
