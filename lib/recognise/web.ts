import { domain as domainDefinition } from "@/lib/targets/kinds/domain";
import { ipAddress } from "@/lib/targets/kinds/ip-address";
import { url as urlDefinition } from "@/lib/targets/kinds/url";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import { profile } from "./social";
import type { FoundKind } from "./types";
import { isKnownEnding, isWordEnding } from "./web-names";

const chunk = /[^\s<>"“”«»|\t]+/g;
const email = /^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}$/;
const v4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

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
    .replace(/\[at\]|\(at\)/gi, "@");
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
  if (v4.test(refanged)) {
    const ip = ipAddress.normalise(refanged);
    return ip.ok && isAddress(page, trimmed) ? make("ip_address", ip.value, 3.6) : undefined;
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

function address(
  page: Page,
  refanged: string,
  piece: Piece,
  make: (kind: FoundKind, value: string, score: number) => Candidate,
): Candidate | undefined {
  const hasScheme = /^https?:\/\//i.test(refanged);
  const rest = refanged.replace(/^https?:\/\//i, "");
  const host = /^[^/?#]*/.exec(rest)![0].replace(/:\d+$/, "");
  const tail = rest.slice(host.length).replace(/^:\d+/, "");
  const hasPath = tail !== "" && tail !== "/";
  if (!hasScheme && !looksLikeHost(page, host, hasPath, piece)) return undefined;
  if (hasPath || v4.test(host)) {
    const read = urlDefinition.normalise(refanged);
    return read.ok ? make("url", read.value, 6) : undefined;
  }
  const read = domainDefinition.normalise(rest);
  return read.ok ? make("domain", read.value.replace(/^www\./, ""), hasScheme ? 6 : 4) : undefined;
}

const files = /\.(?:apk|exe|pdf|docx?|xlsx?|jpe?g|png|zip|rar|mp[34]|txt|ipa|dmg|html?)$/i;

function looksLikeHost(page: Page, host: string, hasPath: boolean, { start }: Piece): boolean {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host) || files.test(host)) return false;
  const labels = host.toLowerCase().split(".");
  const ending = labels.at(-1) ?? "";
  if (labels.length < 2 || labels.some((label) => label === "") || !isKnownEnding(ending)) return false;
  if (labels[0] === "www" || hasPath) return true;
  const name = labels.at(-2) ?? "";
  if (labels.length === 2 && isWordEnding(ending))
    return /[\d-]/.test(name) || name.length >= 8 || isLed(page, start);
  return name.length >= 2 || labels.length > 2;
}

/** "web", "trang", "truy cập" and the like right before. */
function isLed(page: Page, start: number): boolean {
  const at = page.tokenAt(start);
  return page.tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ text }) => /^(?:web|website|link|trang|site|cap|mien|lien|ket|domain|vao)$/.test(text));
}

/** "1.2.3.4" is an address where one is spoken of, or where its parts can be nothing else. */
function isAddress(page: Page, { text, start }: Piece): boolean {
  const at = page.tokenAt(start);
  const isNamed = page.tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ text: word }) =>
      /^(?:ip|ipv|server|may|chu|dia|chi|dang|nhap|address|login|host|tu)$/.test(word),
    );
  return isNamed || text.split(".").some((part) => part.length === 3);
}
