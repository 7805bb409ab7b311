import { domain as domainDefinition } from "@/lib/targets/kinds/domain";
import { url as urlDefinition } from "@/lib/targets/kinds/url";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import type { FoundKind } from "./types";
import { isKnownEnding, isRareEnding, isWordEnding } from "./web-names";

/** A stretch without blanks, at its place in the reading. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const v4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** A `url` where there is a path, else a `domain`. */
export function address(
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
  if (labels.length < 2 || labels.some((label) => label === "")) return false;
  if (!isKnownEnding(ending) && !(isRareEnding(ending) && hasPath && /[a-z]/.test(labels[0]!))) return false;
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
export function isAddress(page: Page, { text, start }: Piece): boolean {
  const at = page.tokenAt(start);
  const isNamed = page.tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ text: word }) =>
      /^(?:ip|ipv|server|may|chu|dia|chi|dang|nhap|address|login|host|tu)$/.test(word),
    );
  return isNamed || text.split(".").some((part) => part.length === 3);
}
