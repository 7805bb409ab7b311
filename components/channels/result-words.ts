import type { useTranslations } from "next-intl";

/** The sentence of a result's code: of `http-503` its number is told. words: channels.codes.* */
export function resultWords(t: ReturnType<typeof useTranslations<never>>, code: string | null): string {
  if (!code) return "";
  const say = t as unknown as {
    (key: string, values?: Record<string, string>): string;
    has: (key: string) => boolean;
  };
  const numbered = /^(http|smtp)-(\d{3})$/.exec(code);
  if (numbered) return say(`codes.${numbered[1]}`, { number: numbered[2]! });
  return say.has(`codes.${code}`) ? say(`codes.${code}`) : code;
}
