import { socialAccount } from "@/lib/targets/kinds/social-account";
import { socialPlatforms } from "@/lib/targets/kinds/social-platforms";
import type { Candidate } from "./candidates";
import type { Page } from "./page";

/** First parts of a path that name no account: posts, groups, invitations, searches. */
const notAccounts = new Set(
  "share sharer watch reel reels story stories posts photo photo.php permalink.php story.php login help joinchat g hashtag explore p search events marketplace gaming groups video v shorts playlist results embed tag discover i intent home settings watch?v".split(
    " ",
  ),
);

/** The canonical account of a profile's address, if the address is one. */
export function profile(address: string): string | undefined {
  const bare = address.replace(/^https?:\/\//i, "").replace(/^(?:www|mbasic|vt|vm|web|m(?!\.me\/))\./i, "");
  const slash = bare.indexOf("/");
  if (slash < 0) return undefined;
  const host = bare.slice(0, slash).toLowerCase();
  const platform = socialPlatforms.find(({ hosts }) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
  if (platform === undefined) return undefined;
  const first = (/^[^/?#]*/.exec(bare.slice(slash + 1))?.[0] ?? "").toLowerCase();
  if (first === "" || first.startsWith("+") || notAccounts.has(first)) return undefined;
  if (platform.id === "tiktok" && !first.startsWith("@")) return undefined;
  const read = socialAccount.normalise(
    address.replace(/[?#].*$/, (tail) => (/profile\.php/.test(address) ? tail : "")),
  );
  return read.ok ? read.value : undefined;
}

const platformWords = new Map(
  socialPlatforms.flatMap(({ id, words }) =>
    [id, ...words].filter((word) => word !== "x" && !word.includes(" ")).map((word) => [word, id] as const),
  ),
);
platformWords
  .set("tt", "tiktok")
  .set("mess", "facebook")
  .set("zl", "zalo")
  .set("tlg", "telegram")
  .set("insta", "instagram")
  .set("whatapp", "whatsapp");

const small = new Set(
  "la ten nick acc account id tai khoan uid : - ( @ username user name kenh channel so co trang fanpage page bot admin cskh cua = / mang nhom group voi dang \" “ ” ' ‘ ’ « »".split(
    " ",
  ),
);
/** "nick zalo 0912 887 334": an account known by its number, however the number is broken. */
const spacedPhone = /^0[35789](?:[ .-]?\d){8}(?!\d)/;
const digitsOf = (written: string) => (spacedPhone.test(written) ? written.replace(/\D/g, "") : written);
const handle = /^@?[A-Za-z0-9][A-Za-z0-9._-]{2,49}/;

/**
 * Accounts named in words: "telegram @abc_01", "fb: lan.anh.99", "uid 1000…". Without @ a name must look like one (a digit, a dot or
 * an underscore). Names of persons ("facebook Lan Anh") are no accounts. A number on Zalo is found as a phone number unless the text
 * calls it an account or links to it.
 */
export function socialNames(page: Page): Candidate[] {
  const { tokens, reading } = page;
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { start, text, kind, gap } = tokens[at]!;
    const isAt = text === "@";
    if (
      isAt
        ? at > 0 && gap === 0 && tokens[at - 1]!.kind !== "mark" && tokens[at - 1]!.kind !== "break"
        : kind !== "word" && kind !== "digits"
    )
      continue;
    if (!isAt && gap === 0 && at > 0 && !/^[:(\n"“‘'«]$/.test(tokens[at - 1]!.text)) continue;
    const platform = platformBefore(page, at, isAt) ?? (isAt ? platformAfter(page, at) : undefined);
    if (platform === undefined) continue;
    const rest = reading.plain.slice(start, start + 60);
    const written = (spacedPhone.exec(rest) ?? handle.exec(rest))?.[0].replace(/[._-]+$/, "");
    if (written === undefined || (isAt && written.length < 4)) continue;
    const end = start + written.length;
    if (
      /^[\p{L}\p{N}@]/u.test(reading.plain.slice(end, end + 1)) ||
      (!isAt && !looksLikeHandle(platform, written))
    )
      continue;
    const read = socialAccount.normalise(`${platform.id}: ${digitsOf(written)}`);
    if (read.ok)
      found.push({
        kind: "social_account",
        value: read.value,
        bank: null,
        start,
        end,
        score: isAt ? 4.5 : 3.2,
        flags: [],
      });
  }
  return found;
}

interface Named {
  readonly id: string;
  /** Called an account, not only the place where somebody was reached. */
  readonly isAccount: boolean;
  readonly isNear: boolean;
}

function platformBefore({ tokens }: Page, at: number, isAt: boolean): Named | undefined {
  let isAccount = false;
  let strange = 0;
  for (let back = at - 1; back >= 0 && at - back <= (isAt ? 16 : 6); back -= 1) {
    const { text, kind } = tokens[back]!;
    const id = platformWords.get(text);
    if (id !== undefined) {
      const before = tokens[back - 1]?.text ?? "";
      return {
        id,
        isAccount: isAccount || /^(?:khoan|nick|acc|account|tk)$/.test(before),
        isNear: strange === 0,
      };
    }
    if (/^(?:uid)$/.test(text)) return { id: "facebook", isAccount: true, isNear: true };
    if (kind === "break" || (text === "." && !isAt) || text === ";" || /^[!?]$/.test(text)) return undefined;
    if (/^(?:nick|acc|account|id|uid|khoan)$/.test(text)) isAccount = true;
    if (text === "so" || text === "sdt")
      return isAt ? undefined : { id: "", isAccount: false, isNear: false };
    const isOfLink = tokens[back + 1]?.gap === 0 && /^[./_-]$/.test(tokens[back + 1]!.text); // "t.me/soicau_vip, admin @…"
    if (!small.has(text) && !/^[./_]$/.test(text) && !isOfLink && tokens[back]!.gap > 0) strange += 1;
    if (strange > (isAt ? 5 : 0)) return undefined;
  }
  return undefined;
}

/** "@shop.xau trên tiktok". */
function platformAfter({ tokens }: Page, at: number): Named | undefined {
  for (let next = at + 2; next < tokens.length && next - at <= 9; next += 1) {
    const id = platformWords.get(tokens[next]!.text);
    if (id !== undefined) return { id, isAccount: true, isNear: false };
    if (tokens[next]!.kind === "break" || /^[@!?;]$/.test(tokens[next]!.text)) return undefined;
  }
  return undefined;
}

function looksLikeHandle({ id, isAccount }: Named, written: string): boolean {
  if (id === "") return false;
  if (/^\+?\d+$/.test(digitsOf(written))) {
    if (/^0[35789]\d{8}$/.test(digitsOf(written))) return isAccount && id !== "facebook";
    return id === "facebook" && /^\d{8,20}$/.test(written);
  }
  if (/\.(?:com|vn|net|org|me)$/i.test(written)) return false;
  return (
    /[a-z]/i.test(written) &&
    (/[a-z0-9][._][a-z0-9]/i.test(written) || (/\d/.test(written) && written.length >= 5))
  );
}
