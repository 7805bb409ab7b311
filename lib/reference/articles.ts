/** The articles of a document as the register keeps them, with what each says. */
export function articlesOf(articles: unknown): { article: string; summaryVi: string }[] {
  return (Array.isArray(articles) ? articles : []).flatMap((row: unknown) =>
    typeof row === "object" && row !== null && "article" in row
      ? [{ article: String(row.article), summaryVi: "summaryVi" in row ? String(row.summaryVi) : "" }]
      : [],
  );
}
