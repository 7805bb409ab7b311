import { isOpenSql } from "@/lib/requests/status-sql";

/** Urgent requests that wait at a desk, as a condition on `request r`; $1 is the organisation. */
export const urgentOpenSql = `r.addressee_org_id = $1::uuid and r.sent_at is not null and r.urgency <> 'normal' and ${isOpenSql}`;
