/** Beginnings of the addresses that platforms of the register keep: the `urlPatterns` of platforms.json, without what a browser need not carry. */
export const platformAddresses: Readonly<Record<string, readonly string[]>> = {
  facebook: ["facebook.com/", "fb.com/", "m.me/"],
  messenger: ["m.me/"],
  instagram: ["instagram.com/"],
  threads: ["threads.net/", "threads.com/"],
  whatsapp: ["wa.me/"],
  tiktok: ["tiktok.com/@", "vt.tiktok.com/"],
  youtube: ["youtube.com/", "youtu.be/"],
  google: ["sites.google.com/", "play.google.com/", "forms.gle/", "docs.google.com/"],
  zalo: ["zalo.me/"],
  telegram: ["t.me/", "telegram.me/"],
  discord: ["discord.gg/"],
  x: ["x.com/", "twitter.com/"],
  shopee: ["shopee.vn/"],
  lazada: ["lazada.vn/"],
  tiki: ["tiki.vn/"],
  chotot: ["chotot.com/"],
};

/** The register's id of the platform that keeps an address; null for an address of anybody's own. */
export function platformOf(address: string): string | null {
  const bare = address.replace(/^https?:\/\//i, "").toLowerCase();
  const host = bare.replace(/^(?:www|m|mbasic|vn)\.(?!me\/)/, "");
  const found = Object.entries(platformAddresses).find(([, starts]) =>
    starts.some((start) => host.startsWith(start) || bare.startsWith(start)),
  );
  return found?.[0] ?? null;
}
