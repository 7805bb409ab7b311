import { statement, type Tx } from "@/lib/db";
import type { AmendmentChanges } from "@/lib/requests/amendments/types";
import type { AmendedBy } from "./types";

type Row = {
  number: number;
  documentNumber: string;
  issuedAt: Date;
  reason: string;
  changes: AmendmentChanges;
  signer: string | null;
};

/** What was signed after the order itself and changed it, first to last, as its paper names it. */
export async function amendedBy(tx: Tx, requestId: string): Promise<AmendedBy[]> {
  const { rows } = await statement<Row>(
    tx,
    `select a.number, a.document_number as "documentNumber", a.issued_at as "issuedAt", a.reason, a.changes,
        concat_ws(' ', p.rank, p.full_name) as signer
      from amendment a left join person p on p.id = a.signed_by_id
      where a.request_id = $1 and a.status = 'ISSUED' order by a.number`,
    [requestId],
  );
  return rows.map(({ issuedAt, ...row }) => ({ ...row, issuedAt: issuedAt.toISOString() }));
}
