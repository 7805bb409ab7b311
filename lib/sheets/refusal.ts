/** Why a file's sheets were not read. Words of "rows" are each screen's own, of the others `files.refused.<code>`. */
export type SheetsRefusal = "rows" | "merged" | "unexamined";
