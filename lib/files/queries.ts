import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import type { FileRow } from "./types";

/** The files of a case or a request that this actor may read. */
export async function filesOf(
  tx: Tx,
  actor: Actor,
  where: { requestId: string } | { caseId: string },
): Promise<FileRow[]> {
  const files = await tx.attachment.findMany({ where, orderBy: { createdAt: "desc" }, take: 200 });
  const people = await peopleOf(
    tx,
    files.map(({ uploadedById }) => uploadedById),
  );
  const orgs = await organisationsOf(
    tx,
    files.map(({ ownerOrgId }) => ownerOrgId),
  );
  return files.map((file) => ({
    id: file.id,
    name: file.name,
    size: file.size,
    mediaType: file.mediaType,
    sha256: file.sha256,
    by: people.get(file.uploadedById) ?? "",
    owner: orgs.get(file.ownerOrgId)?.shortName ?? "",
    at: file.createdAt.toISOString(),
    mine: file.ownerOrgId === actor.orgId,
  }));
}
