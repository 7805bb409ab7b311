import { gzipSync } from "node:zlib";

/**
 * What a first visit loads: gzip bytes of all scripts that a page of `origin` names, and every address that is not this site's.
 * `read` fetches one of them.
 */
export async function firstLoadOf(
  html: string,
  origin: string,
  read: (address: string) => Promise<string>,
): Promise<{ bytes: number; count: number; outside: string[] }> {
  // Scripts for browsers without modules are fetched by none of today's.
  const tags = [
    ...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>/g),
  ].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const addresses = tags.map(([, address]) => address as string);
  const scripts = [...new Set(addresses.filter((address) => /\.js(\?|$)/.test(address)))];
  let bytes = 0;
  for (const address of scripts) bytes += gzipSync(await read(address), { level: 6 }).length;
  return {
    bytes,
    count: scripts.length,
    outside: addresses.filter(
      (address) => !address.startsWith("/") && !address.startsWith("data:") && !address.startsWith(origin),
    ),
  };
}
