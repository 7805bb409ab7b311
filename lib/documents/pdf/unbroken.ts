/**
 * A text whose numbers and signs stay whole: pdfmake would end a line inside `52/2024/NĐ-CP`, and set in full lines it would also
 * part it by blanks, so that nobody who searches for it finds it. A word too long for any line may still be broken.
 */
export function unbroken(text: string): (string | { text: string; noWrap: true })[] {
  return text
    .split(/(\S*[/\-–][^\s]*)/)
    .filter((part) => part !== "")
    .map((part) =>
      /^\S*[/\-–]\S*$/.test(part) && part.length <= 48 ? { text: part, noWrap: true as const } : part,
    );
}
