import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { NotSent } from "@/lib/channels/result";

/** Where a webhook really goes: the address that was looked at is the one that is connected to. */
export type Pinned = { address: string; family: 4 | 6 };
export type Resolve = (host: string) => Promise<{ address: string }[]>;

const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** 2000::/3, the only addresses of IPv6 that are given out: `::10.0.0.1` and what nobody has yet lie outside. */
const isGlobal = ({ parts }: ipaddr.IPv6): boolean => parts[0]! >> 13 === 1;

/**
 * Where clouds tell a machine its keys, beyond the link-local network: public by their number (Azure) or private, so that who opens
 * private networks does not open these. Alibaba, Oracle, Amazon and Google in IPv6.
 */
const metadata: readonly string[] = [
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
];

/**
 * Whether the network behind an address may be reached. Public unicast alone; an operator may open private networks and this
 * machine, never link-local ones or others where a cloud keeps its keys.
 */
export function isReachable(address: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1.
  const ip = ipaddr.process(address);
  if (metadata.includes(ip.toString())) return false;
  const range = ip.range();
  return (
    (range === "unicast" && (ip instanceof ipaddr.IPv4 || isGlobal(ip))) ||
    (allowPrivate && ["private", "loopback", "uniqueLocal"].includes(range))
  );
}

/**
 * An address as somebody typed it. @throws NotSent bad-address, https-only.
 */
export function parseAddress(url: string, allowPrivate: boolean): URL {
  if (!URL.canParse(url)) throw new NotSent("bad-address");
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && !(allowPrivate && parsed.protocol === "http:"))
    throw new NotSent(parsed.protocol === "http:" ? "https-only" : "bad-address");
  if (parsed.username || parsed.password || parsed.hash || !parsed.hostname) throw new NotSent("bad-address");
  return parsed;
}

/**
 * Looks a host up and refuses it when any of its addresses lies where nobody outside may reach: a name that changes between the look
 * and the connection leads nowhere else, because the connection is made to the returned address.
 * @throws NotSent dns, private-address.
 */
export async function pin(
  { hostname }: URL,
  allowPrivate: boolean,
  resolve: Resolve = resolveByDns,
): Promise<Pinned> {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const found = ipaddr.isValid(literal)
    ? [{ address: literal }]
    : await resolve(hostname).catch(() => {
        throw new NotSent("dns");
      });
  const [first] = found;
  if (!first) throw new NotSent("dns");
  if (!found.every(({ address }) => isReachable(address, allowPrivate))) throw new NotSent("private-address");
  return { address: first.address, family: first.address.includes(":") ? 6 : 4 };
}
