import { refang } from "../identifier-text";
import { defineTarget } from "../target-kind";
import { readHost } from "./domain";
import { ipAddress } from "./ip-address";

/** A web address; without a scheme, https. Sign-in parts before @ are dropped: they deceive readers and reach no server as a name. */
export const url = defineTarget("url", 4_096, {
  read(raw) {
    const typed = refang(raw);
    if (typed.includes(" ")) return { code: "url" }; // words after an address must not become part of it
    const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(typed)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== "http" && scheme !== "https") return { code: "urlScheme" };
    const address = scheme === undefined ? `https://${typed}` : typed;
    if (!URL.canParse(address)) return { code: "url" };
    const parsed = new URL(address);
    parsed.username = "";
    parsed.password = "";
    const host = parsed.hostname.replace(/^\[|\]$/g, "");
    const isKnown = ipAddress.normalise(host).ok || typeof readHost(host) === "string";
    return isKnown ? parsed.href : { code: "url" };
  },
  mask: (value) => `${new URL(value).origin}/•••`,
  group: (value) => [value],
});
