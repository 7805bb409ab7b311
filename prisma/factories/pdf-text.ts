/**
 * The words of a PDF whose streams were not packed, page by page, read as a reader's search does: signs of a font through its
 * ToUnicode table. Knows what pdfkit writes and nothing more.
 */
export function pdfPages(bytes: Buffer): string[] {
  const source = bytes.toString("latin1");
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? "")?.[1];
    if (table) fonts.set(name!, signsOf(objects.get(table)!));
  }
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => wordsOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!, fonts));
}

function signsOf(table: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, from, list] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex], index) => {
      const units = hex!.replace(/ /g, "").match(/.{4}/g) ?? [];
      signs.set(parseInt(from!, 16) + index, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  return signs;
}

function wordsOf(stream: string, fonts: Map<string, Map<number, string>>): string {
  let signs: Map<number, string> | undefined;
  let text = "";
  for (const [, font, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
    if (font) signs = fonts.get(font);
    else if (hex)
      text += (hex.match(/.{4}/g) ?? []).map((code) => signs?.get(parseInt(code, 16)) ?? "?").join("");
  }
  return text;
}
