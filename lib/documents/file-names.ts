/** Types of the files that papers leave as. */
export const paperTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
export type PaperType = keyof typeof paperTypes;

/** `12/QĐ-PA05` → `12-QD-PA05.pdf`: signs that every system keeps, and no person's name. */
export function fileName(said: string, type: PaperType): string {
  const ascii = said
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${ascii || "van-ban"}.${type}`;
}
