import { foldVietnamese } from "@/lib/targets/normalise-text";

/** Is a command meant by what is typed: every word of it anywhere in the command's words, with or without its marks? All are, of nothing. */
export function isMeant(label: string, typed: string): boolean {
  const folded = foldVietnamese(label).toLowerCase();
  return foldVietnamese(typed)
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
