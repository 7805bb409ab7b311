import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";

/**
 * Who of a line can do what the call is for, in its order. An answer: whoever works at the desk. A signature: commanders who wrote no
 * version of it, and of a restricted case its members alone.
 */
export async function whoCan(
  tx: Tx,
  subject: "answer" | "signing",
  request: Pick<RequestModel, "drafterId" | "editorIds" | "sealedTo">,
  line: readonly string[],
): Promise<string[]> {
  const able =
    subject === "answer"
      ? await statement<{ id: string }>(
          tx,
          "select id from membership where id = any($1::uuid[]) and roles && '{liaison,liaison_manager,investigator,commander}'::role[]",
          [line],
        )
      : await statement<{ id: string }>(
          tx,
          `select id from membership where id = any($1::uuid[]) and roles && '{commander}'::role[] and user_id <> all($2::uuid[])
            and (cardinality($3::uuid[]) = 0 or id = any($3::uuid[]))`,
          [line, [request.drafterId, ...request.editorIds], request.sealedTo],
        );
  const ids = new Set(able.rows.map(({ id }) => id));
  return line.filter((member) => ids.has(member));
}
