import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { AuditTerm } from "./schema";
import { termHash } from "./term-hash";

/**
 * The hash by which the record knows a term that was looked up: the record is filtered by it, and neither it nor the address
 * holds the term. To ask is itself a look-up of a person, so it is recorded.
 * @throws Problem not-allowed for anybody but an auditor.
 */
export async function hashAuditTerm(actor: Actor, { term }: AuditTerm): Promise<{ hash: string }> {
  if (!may(actor, "audit.read")) throw new Problem("not-allowed");
  const hash = termHash(term);
  await asActor(actor, (tx) =>
    record(tx, actor, { type: "audit.term_looked_up", subjectType: "lookup", changes: { term: hash } }),
  );
  return { hash };
}
