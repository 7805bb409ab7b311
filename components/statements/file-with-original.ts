import type { ActionResult } from "@/lib/action";
import { paths } from "@/lib/paths";
import { fileStatementAction } from "@/lib/statements/actions";
import type { FileStatementInput } from "@/lib/statements/schema";
import type { Filed } from "@/lib/statements/types";

/** Files a statement together with what it was read from: its file, or its text in full. Null when the portal is not reached. */
export async function fileWithOriginal(
  input: FileStatementInput,
  text: string,
  file: File | null,
): Promise<ActionResult<Filed> | null> {
  if (!file) return fileStatementAction({ ...input, original: text }).catch(() => null);
  const form = new FormData();
  form.set("input", JSON.stringify(input));
  form.set("file", file);
  const answer = await fetch(paths.filedStatement, { method: "POST", body: form }).catch(() => null);
  return (await answer?.json().catch(() => null)) ?? null;
}
