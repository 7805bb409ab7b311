import { refang } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)";
const v4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
/** Private, shared by a carrier, loopback, link-local, multicast and unassigned: no operator can name a subscriber by these. */
const unanswerable =
  /^(?:0|10|127)\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:22[4-9]|2[3-5]\d)\./;
const unanswerableV6 = /^(?:::1?$|f[cd]|fe[89ab]|ff)/;

/** IPv4 in dotted form or IPv6 in its shortest lower-case form (RFC 5952). The port has a field of its own and is not swallowed here. */
function read(raw: string): string | { code: TargetError } {
  const typed = refang(raw).toLowerCase();
  if (/^\d+(?:\.\d+){3}:\d+$/.test(typed) || /^\[.*\]:\d+$/.test(typed)) return { code: "ipPort" };
  if (v4.test(typed)) return unanswerable.test(typed) ? { code: "ipPrivate" } : typed;
  const bare = typed.replace(/^\[|\]$/g, "");
  if (!/^[0-9a-f:.]+$/.test(bare) || !bare.includes(":") || !URL.canParse(`http://[${bare}]/`))
    return { code: "ip" };
  const value = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(value);
  if (mapped !== null) {
    const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
    return read(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`);
  }
  return unanswerableV6.test(value) ? { code: "ipPrivate" } : value;
}

export const ipAddress = defineTarget("ip_address", 200, {
  read,
  mask: (value) =>
    value.includes(":")
      ? `${value.split(":").slice(0, 2).join(":")}:•••`
      : `${value.split(".").slice(0, 2).join(".")}.•••.•••`,
  group: (value) => [value],
});
