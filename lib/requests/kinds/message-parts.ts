/** The basic alphabet of short messages and the signs that take two places (3GPP TS 23.038 §6.2.1). */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const double = "^{}\\[~]|€";

export type MessageParts = { characters: number; parts: number; perPart: number; isUnicode: boolean };

/**
 * Into how many short messages a text falls. With Vietnamese diacritics one message has 70 characters, 67 when there are several;
 * without them 160 and 153.
 */
export function messageParts(typed: string): MessageParts {
  const text = typed.trim().normalize("NFC");
  const isUnicode = ![...text].every((sign) => basic.includes(sign) || double.includes(sign));
  const characters = isUnicode
    ? text.length
    : [...text].reduce((sum, sign) => sum + (double.includes(sign) ? 2 : 1), 0);
  const [alone, joined] = isUnicode ? [70, 67] : [160, 153];
  const isOne = characters <= alone;
  return {
    characters,
    parts: isOne ? 1 : Math.ceil(characters / joined),
    perPart: isOne ? alone : joined,
    isUnicode,
  };
}
