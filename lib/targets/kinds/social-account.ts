import { maskMiddle, plain, refang } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";
import { phoneNumber } from "./phone-number";
import { socialPlatforms, type SocialPlatform } from "./social-platforms";

/** Path parts that come before the name: linkedin.com/in/…, youtube.com/channel/…, line.me/ti/p/… */
const containers = new Set([
  "in",
  "company",
  "channel",
  "c",
  "user",
  "ti",
  "p",
  "people",
  "groups",
  "pages",
  "s",
]);

/** `<platform>:<name or id>`, from a profile's address or from "Telegram @name". Names differing only in case are one account. */
function read(raw: string): string | { code: TargetError } {
  const text = plain(raw);
  const written =
    /^([\p{L} ]{1,12}?)\s*[:\-–]\s*(?!\/\/)(.+)$/u.exec(text) ?? /^([\p{L}]{1,12})\s+(.+)$/u.exec(text);
  const named = socialPlatforms.find(
    ({ id, words }) => written !== null && [id, ...words].includes(written[1]?.toLowerCase().trim() ?? ""),
  );
  const rest = named === undefined ? text : (written?.[2] ?? "").trim();
  const linked = fromAddress(rest);
  if (linked !== undefined) return handle(linked.platform, linked.name);
  return named === undefined ? { code: "socialPlatform" } : handle(named, rest);
}

function fromAddress(text: string): { platform: SocialPlatform; name: string } | undefined {
  const address = refang(text).replace(/^(?:https?:\/\/)?/i, "https://");
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  const platform = socialPlatforms.find(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  );
  if (platform === undefined) return undefined;
  const id = searchParams.get("id");
  if (pathname === "/profile.php" && id !== null) return { platform, name: id };
  const name =
    pathname.split("/").filter((part) => part !== "" && !containers.has(part.toLowerCase()))[0] ?? "";
  return { platform, name };
}

function handle(platform: SocialPlatform, name: string): string | { code: TargetError } {
  const bare = name.replace(/^@/, "").trim();
  const phone = phoneNumber.normalise(bare);
  // Zalo, Viber and WhatsApp know people by number; an all-digit Facebook id is never ten digits from 0.
  if (phone.ok && /^(?:0|\+|84)/.test(bare)) return `${platform.id}:${phone.value}`;
  if (!/^\+?[\p{L}\p{N}][\p{L}\p{N}._-]{1,99}$/u.test(bare)) return { code: "social" };
  // YouTube channel ids tell upper from lower case.
  return `${platform.id}:${platform.id === "youtube" && /^UC[\w-]{22}$/.test(bare) ? bare : bare.toLowerCase()}`;
}

export const socialAccount = defineTarget("social_account", 2_048, {
  read,
  mask(value) {
    const colon = value.indexOf(":") + 1;
    return value.slice(0, colon) + maskMiddle(value.slice(colon), 2, 1);
  },
  group: (value) => [value],
});
