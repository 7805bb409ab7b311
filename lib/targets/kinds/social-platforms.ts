/** Platforms whose accounts people name: the ids of `prisma/data/platforms.json`, the hosts of their profiles and the words people use. */
export interface SocialPlatform {
  readonly id: string;
  readonly hosts: readonly string[];
  readonly words: readonly string[];
}

export const socialPlatforms: readonly SocialPlatform[] = [
  {
    id: "facebook",
    hosts: ["facebook.com", "fb.com", "fb.me", "m.me", "messenger.com"],
    words: ["facebook", "fb", "face", "messenger"],
  },
  { id: "instagram", hosts: ["instagram.com"], words: ["instagram", "insta", "ig"] },
  { id: "threads", hosts: ["threads.net", "threads.com"], words: ["threads"] },
  { id: "whatsapp", hosts: ["wa.me"], words: ["whatsapp"] },
  { id: "tiktok", hosts: ["tiktok.com"], words: ["tiktok", "tik tok"] },
  { id: "youtube", hosts: ["youtube.com"], words: ["youtube"] },
  { id: "zalo", hosts: ["zalo.me"], words: ["zalo"] },
  { id: "telegram", hosts: ["t.me", "telegram.me"], words: ["telegram", "tele"] },
  { id: "viber", hosts: [], words: ["viber"] },
  { id: "signal", hosts: [], words: ["signal"] },
  { id: "line", hosts: ["line.me"], words: ["line"] },
  { id: "wechat", hosts: [], words: ["wechat"] },
  { id: "discord", hosts: ["discord.gg"], words: ["discord"] },
  { id: "x", hosts: ["x.com", "twitter.com"], words: ["x", "twitter"] },
  { id: "linkedin", hosts: ["linkedin.com"], words: ["linkedin"] },
];
