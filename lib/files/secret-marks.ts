import { foldVietnamese } from "@/lib/targets/normalise-text";

/**
 * The three marks of state secrets (Law on Protection of State Secrets 2018 art. 8). This portal's network is not approved for
 * them, so what bears one is refused. A mark is a line alone in capitals, whatever stands
 * around it, or behind its label: "bảo mật" is no mark. The rule for files and for what is typed (lib/fields.ts).
 */
const inContent =
  /(?:^|\n)[\p{P}\p{S} ]*(?:TUYỆT MẬT|TỐI MẬT|MẬT)[\p{P}\p{S} ]*(?=\n|$)|(?:ĐỘ MẬT|MỨC ĐỘ MẬT|Độ mật|Mức độ mật)[ \n:]{0,8}(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)(?!\p{L})/u;
const inName = /(^|[^\p{L}])(tuyệt|tối)[\s_\-.]*mật([^\p{L}]|$)/u;
/** Names are often written without accents; one that has some is read with them, as "tôi mất" is no mark. */
const inPlainName = /(^|[^a-z])(tuyet|toi)[\s_\-.]*mat([^a-z]|$)/;
/** "Mật" alone in a name: kept with its accent, as "mat" is also an eye, a face and a loss. */
const aloneInName = /(^|[^\p{L}])mật([^\p{L}]|$)/u;
const harmless = /(bảo|bí|mật)[\s_\-.]+mật|mật[\s_\-.]+(khẩu|mã|thư)|mật[\s_\-.]+độ/u;

/** Does the name of a file say that it is a state secret? */
export function nameIsSecret(name: string): boolean {
  const composed = name.normalize("NFC").toLowerCase();
  if (inName.test(composed)) return true;
  if (foldVietnamese(composed) === composed && inPlainName.test(composed)) return true;
  return aloneInName.test(composed) && !harmless.test(composed);
}

/**
 * Composing sorts the marks behind a letter by pairs: a letter with a million of them takes hours. Thirty is what Unicode's
 * stream-safe form allows (UAX #15), and no language writes more.
 */
const overladen = /(\p{M}{30})\p{M}+/gu;

/** Does a text bear a mark of state secret? The work grows with the text's length alone, whatever stands in it. */
export function textIsSecret(text: string): boolean {
  const plain = text
    .replace(overladen, "$1")
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "") // what is there and not seen
    .replace(/ {2,}|\u1680+/g, " ") // NFKC has made every other blank this one
    .replace(/[\t\r\v\f\u0085\u2028\u2029]/g, "\n");
  return inContent.test(plain);
}
