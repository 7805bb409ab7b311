import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/errors";
import { fieldsOf } from "@/lib/fields";
import { storable } from "@/lib/storable";
import { fileStatement } from "./commands";
import { fileStatementInput } from "./schema";
import type { Filed } from "./types";

/**
 * The act of fileStatementAction with the file that the statement was read from: `input` is parsed as there.
 * @throws Problem as fileStatement, invalid for what is no input.
 */
export function fileStatementWith(
  actor: Actor,
  input: unknown,
  file: { name: string; bytes: Buffer },
): Promise<Filed> {
  const parsed = fileStatementInput.safeParse(storable(jsonOf(input)));
  if (!parsed.success) throw new Problem("invalid", { fields: fieldsOf(parsed.error) });
  return fileStatement(actor, parsed.data, file);
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
