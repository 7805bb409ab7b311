import { ipAddress } from "@/lib/targets/kinds/ip-address";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import { profile } from "./social";
import type { FoundKind } from "./types";
import { address, isAddress, type Piece, v4 } from "./web-address";
import { isKnownEnding, isWordEnding } from "./web-names";

const chunk = /[^\s<>"“”«»|\t]+/g;
const email = /^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}$/;

/**
 * Addresses of the web and of mail: `url` where there is a path, else `domain`; links to profiles are `social_account`. Reads what
 * analysts defang ("hxxps://abc[.]com") and what people spell out ("abc chấm com"). Looks at each stretch without blanks once.
 */
export function web(page: Page): Candidate[] {
  const { plain } = page.reading;
  const pieces: Piece[] = [...plain.matchAll(chunk)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  const found: Candidate[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!/[.@:[(]/.test(piece.text) && !isSpelt(pieces, at)) continue;
    const candidate = read(page, spelt(page, pieces, at) ?? piece);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

/** "abc chấm com", "abc [dot] com": the name and its ending are pieces of their own. */
const isSpelt = (pieces: readonly Piece[], at: number) =>
  (pieces[at + 1]?.text.length ?? 99) < 9 &&
  /^[([{]?(?:ch[aâấ]m|cham|dot|\.)[)\]}]?$/iu.test(pieces[at + 1]?.text.normalize("NFC") ?? "");

function spelt(page: Page, pieces: readonly Piece[], at: number): Piece | undefined {
  if (!isSpelt(pieces, at)) return undefined;
  let text = pieces[at]!.text;
  let last = at;
  while (isSpelt(pieces, last) && last + 2 < pieces.length && last - at < 6) {
    text += `.${pieces[last + 2]!.text}`;
    last += 2;
  }
  const ending = (/\.([a-z]+)[.,;:!?)]*$/i.exec(text)?.[1] ?? "").toLowerCase();
  const dots = pieces[at + 1]!.text;
  if (!isKnownEnding(ending) || (dots === "." && isWordEnding(ending))) return undefined;
  if (!/^(?:https?:\/\/)?[A-Za-z0-9.-]+$/.test(pieces[at]!.text)) return undefined;
  return { text, start: pieces[at]!.start, end: pieces[last]!.end };
}

function read(page: Page, piece: Piece): Candidate | undefined {
  const trimmed = trim(piece);
  const refanged = trimmed.text
    .replace(/^(h..ps?|h[x*]{2}ps?)(?=:|\[:)/i, (scheme) => (/s$/i.test(scheme) ? "https" : "http"))
    .replace(/\[(?:\.|dot|ch[aấ]m)\]|\((?:\.|dot|ch[aấ]m)\)|\{(?:\.|dot)\}/giu, ".")
    .replace(/\[(:|:\/\/|\/)\]/g, "$1")
    .replace(/\[(?:at|@)\]|\((?:at|@)\)/gi, "@");
  const isWhole = trimmed.text === piece.text || piece.end - trimmed.end >= 0;
  if (!isWhole || refanged.length > 2_000) return undefined;
  const make = (kind: FoundKind, value: string, score: number): Candidate => ({
    kind,
    value,
    bank: null,
    start: trimmed.start,
    end: trimmed.end,
    score,
    flags: [],
  });
  if (email.test(refanged)) return make("email", refanged.toLowerCase(), 6);
  const withoutPort = refanged.replace(/:\d{1,5}$/, "");
  if (v4.test(withoutPort)) {
    const ip = ipAddress.normalise(withoutPort);
    return ip.ok && isAddress(page, { ...trimmed, text: withoutPort })
      ? { ...make("ip_address", ip.value, 3.6), end: trimmed.end - (refanged.length - withoutPort.length) }
      : undefined;
  }
  if (/^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}$/i.test(refanged)) {
    const ip = ipAddress.normalise(refanged);
    return ip.ok ? make("ip_address", ip.value, 3) : undefined;
  }
  if (/@/.test(refanged) && !/^https?:\/\//i.test(refanged)) return undefined;
  const link = profile(refanged);
  if (link !== undefined) return make("social_account", link, 6);
  return address(page, refanged, trimmed, make);
}

/** Drops the punctuation of the sentence and brackets that opened before the address, and what was written right before a scheme. */
function trim({ text, start, end }: Piece): Piece {
  let from = 0;
  let to = text.length;
  const scheme = /h(?:tt|xx|\*\*)ps?(?=:|\[:)/i.exec(text);
  if (scheme !== null) from = scheme.index;
  else {
    const colon = text.lastIndexOf(":");
    const isPort = /^:\d{1,5}(?:\/|$)/.test(text.slice(colon));
    const isLabel =
      colon > 0 &&
      !isPort &&
      !/^\[:|^:\/\//.test(text.slice(colon)) &&
      /^[\p{L}\p{M}]+$/u.test(text.slice(0, colon));
    if (isLabel) from = colon + 1;
  }
  while (from < to && /^[([{'‘*_,;:>=-]$/.test(text.charAt(from))) from += 1;
  while (to > from) {
    const last = text.charAt(to - 1);
    const rest = text.slice(from, to);
    const isOpen = (open: string, close: string) => last === close && !balanced(rest, open, close);
    if (/^[.,;:!?'’*…]$/.test(last) || isOpen("(", ")") || isOpen("[", "]") || isOpen("{", "}")) to -= 1;
    else break;
  }
  return { text: text.slice(from, to), start: start + from, end: end - (text.length - to) };
}

function balanced(text: string, open: string, close: string): boolean {
  return text.split(open).length >= text.split(close).length;
}
