import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { StepResult } from "@/lib/requests/step";
import { draftIn, type Drafted } from "./commands";

type WithPair = Drafted & { pair: NonNullable<Drafted["pair"]> };

/**
 * The other side of a reconciliation: a request of its own to who keeps the other number, with the same person to compare and nothing of
 * the first side. What both read, grounds and what is disclosed, may not name what only the other keeps.
 * @throws Problem invalid (at the field).
 */
export async function draftPair(
  tx: Tx,
  actor: Actor,
  input: WithPair,
  first: StepResult,
): Promise<StepResult> {
  const {
    pair,
    parentId: _parent,
    attachmentIds: _files,
    requestId: _id,
    version: _version,
    ...shared
  } = input;
  if (input.requestId || input.kindCode !== "IDENTITY_RECONCILIATION" || input.targets.length !== 1)
    throw new Problem("invalid", { fields: { "pair.targetId": "pair.oneEach" } });
  const [one] = input.targets;
  const sides = await tx.target.findMany({
    where: { caseId: input.caseId, id: { in: [one!.targetId, pair.targetId] } },
    select: { id: true, kind: true, value: true, display: true },
  });
  const isPhone = (id: string) => sides.find((side) => side.id === id)?.kind === "phone_number";
  if (sides.length < 2 || isPhone(one!.targetId) === isPhone(pair.targetId))
    throw new Problem("invalid", { fields: { "pair.targetId": "pair.otherKind" } });
  const said = plain(`${input.grounds} ${input.disclosure ?? ""} ${one!.note ?? ""}`);
  if (sides.some(({ value }) => said.includes(plain(value))))
    throw new Problem("invalid", { fields: { grounds: "pair.namesOther" } });
  return draftIn(
    tx,
    actor,
    {
      ...shared,
      addresseeOrgId: pair.addresseeOrgId,
      targets: [{ targetId: pair.targetId, details: one!.details }],
    },
    { linkedId: first.requestId, link: "pair" },
  );
}

const plain = (text: string) => text.replace(/[\s.\-()]/g, "").toUpperCase();
