import { statement, type Tx } from "@/lib/db";
import type { CaseModel, TargetModel } from "@/lib/generated/prisma/models";
import { foldVietnamese } from "@/lib/targets/normalise-text";

type Placed = {
  caseId: string;
  requestId: string | null;
  ownerOrgId: string;
  addresseeOrgId: string | null;
  restricted: boolean;
  sealedTo: string[];
};
type RequestPlace = {
  id: string;
  caseId: string;
  code: string;
  ownerOrgId: string;
  addresseeOrgId: string | null;
  restricted: boolean;
  sealedTo: string[];
};

const entry = (
  subject: string,
  subjectId: string,
  exact: string,
  label: string,
  words: (string | null)[],
  placed: Placed,
) => ({
  ...placed,
  subject,
  subjectId,
  exact: exact.toLowerCase(),
  label,
  norm: foldVietnamese([exact, label, ...words].filter(Boolean).join(" ")),
});

/** Makes a request and the accounts, numbers and names on it findable. Its addressee finds it only once it is issued. */
export async function indexRequest(
  tx: Tx,
  request: RequestPlace,
  targets: Pick<TargetModel, "value" | "display" | "holderName">[],
): Promise<void> {
  const placed: Placed = {
    caseId: request.caseId,
    requestId: request.id,
    ownerOrgId: request.ownerOrgId,
    addresseeOrgId: request.addresseeOrgId,
    restricted: request.restricted,
    sealedTo: request.sealedTo,
  };
  await tx.searchEntry.deleteMany({ where: { subject: "request", subjectId: request.id } });
  await tx.searchEntry.createMany({
    data: [
      entry("request", request.id, request.code, request.code, [], placed),
      ...targets.map(({ value, display, holderName }) =>
        entry("request", request.id, value, display, [holderName], placed),
      ),
    ],
  });
}

/** When a request is issued, its addressee may find it too. */
export async function openIndexToAddressee(tx: Tx, requestId: string, addresseeOrgId: string): Promise<void> {
  await statement(
    tx,
    "update search_entry set addressee_org_id = $2 where subject = 'request' and subject_id = $1",
    [requestId, addresseeOrgId],
  );
}

/** Makes a case findable by its code, title, victims and targets, for its own unit alone. */
export async function indexCase(
  tx: Tx,
  record: Pick<CaseModel, "id" | "code" | "title" | "unitId" | "restricted" | "sealedTo">,
  victims: { fullName: string; phone: string | null }[],
  targets: Pick<TargetModel, "id" | "value" | "display" | "holderName">[],
): Promise<void> {
  const placed: Placed = {
    caseId: record.id,
    requestId: null,
    ownerOrgId: record.unitId,
    addresseeOrgId: null,
    restricted: record.restricted,
    sealedTo: record.sealedTo,
  };
  await tx.searchEntry.deleteMany({ where: { caseId: record.id, subject: { in: ["case", "target"] } } });
  await tx.searchEntry.createMany({
    data: [
      entry(
        "case",
        record.id,
        record.code,
        record.title,
        victims.flatMap(({ fullName, phone }) => [fullName, phone]),
        placed,
      ),
      // A victim's own number is an exact key too: whoever looks it up finds the case beside the targets that have the number.
      ...victims.flatMap(({ phone }) =>
        phone ? [entry("case", record.id, phone, record.title, [], placed)] : [],
      ),
      ...targets.map(({ id, value, display, holderName }) =>
        entry("target", id, value, display, [holderName], placed),
      ),
    ],
  });
}
