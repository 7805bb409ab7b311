import { refang } from "../identifier-text";
import { defineTarget, type TargetError } from "../target-kind";

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Host in lower-case punycode, as registrars and resolvers know it. Look-alike letters stay visible because it is never shown decoded. */
export function readHost(host: string): string | { code: TargetError } {
  const trimmed = host.replace(/\.$/, "");
  if (/[\s/\\@?#%:[\]]/.test(trimmed) || !URL.canParse(`http://${trimmed}`)) return { code: "domain" };
  const ascii = new URL(`http://${trimmed}`).hostname;
  const labels = ascii.split(".");
  if (/^\d+(\.\d+){3}$/.test(ascii)) return { code: "domainIsIp" };
  const isDomain =
    labels.length > 1 &&
    ascii.length <= 253 &&
    labels.every((part) => label.test(part)) &&
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1) ?? "");
  return isDomain ? ascii : { code: "domain" };
}

/** A pasted address gives its host. */
export const domain = defineTarget("domain", 2_048, {
  read: (raw) =>
    readHost(
      refang(raw)
        .replace(/^[a-z]+:\/\//i, "")
        .replace(/[/?#].*$/s, "")
        .replace(/^[^@]*@/, "")
        .replace(/:\d+$/, ""),
    ),
  mask: (value) => value, // names a machine, not a person
  group: (value) => [value],
});
