/** What arrives by paste and must never reach a column: zero-width and bidirectional marks, soft hyphens, NUL and other controls. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * Text as it is stored: NFC, line ends as \n, nothing invisible. A lone surrogate, which PostgreSQL refuses, becomes U+FFFD so that
 * a reader sees that something was there.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(invisible, "")
    .normalize("NFC");
}

/** What canonical decomposition leaves whole, as PostgreSQL's unaccent rules write it. */
const letters: Record<string, string> = {
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ĳ: "ij",
  ĸ: "q",
  ŀ: "l",
  ł: "l",
  ŉ: "'n",
  ŋ: "n",
  ø: "o",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  þ: "th",
  ŧ: "t",
  ſ: "s",
  "‘": "'",
  "’": "'",
  "‚": ",",
  "‛": "'",
  "“": '"',
  "”": '"',
  "„": ",,",
  "‟": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "…": "...",
  "¡": "!",
  "¿": "?",
  "©": "(c)",
  "®": "(r)",
  ª: "a",
  º: "o",
  "«": "<<",
  "»": ">>",
  "±": "+/-",
  "×": "*",
  "÷": "/",
  µ: "μ",
  "¼": " 1/4",
  "½": " 1/2",
  "¾": " 3/4",
};
const special = new RegExp(`[${Object.keys(letters).join("")}]`, "g");

/**
 * Accent-blind, case-blind form for search; the same result as PostgreSQL's `lower(unaccent(text))` after NFC for Vietnamese and
 * European names: "Nguyễn Đức" → "nguyen duc".
 */
export function foldVietnamese(text: string): string {
  return normaliseText(text)
    .replace(/[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u1e00-\u1eff]/g, (letter) =>
      letter.normalize("NFD").replace(/[\u0300-\u0362]/g, ""),
    )
    .toLowerCase()
    .replace(/[\u0300-\u0362]/g, "")
    .replace(special, (letter) => letters[letter] ?? letter);
}
