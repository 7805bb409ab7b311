import { actsAt } from "@/lib/access/acts-at";
import { readAsSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import type { Language } from "@/lib/i18n/languages";
import { Gone } from "./gone";
import { pageOfNotice } from "@/lib/notices/page-of-notice";
import type { Notified } from "./mail/letter";

export type Receiver = {
  email: string;
  language: Language;
  topic: string;
  eventId: string;
  membershipId: string;
};

type ReceiverRow = { email: string; locale: string; topic: string; event_id: string; membership_id: string };

/** To whom a line goes now. @throws Gone left, when he works there no more or is suspended. */
export async function receiverOf(deliveryId: string): Promise<Receiver> {
  const [row] = await readAsSystem<ReceiverRow>({
    name: "delivery-receiver",
    text: `select p.email, p.locale, d.topic, d.event_id, d.membership_id from delivery d
      join membership m on m.id = d.membership_id and ${actsAt("m")}
      join person p on p.id = m.user_id
      where d.id = $1`,
    values: [deliveryId],
  });
  if (!row) throw new Gone("left");
  return {
    email: row.email,
    language: row.locale === "en" ? "en" : "vi",
    topic: row.topic,
    eventId: row.event_id,
    membershipId: row.membership_id,
  };
}

type WordRow = {
  kind: string;
  code: string | null;
  href: string | null;
  limit: string | null;
  due_at: string | null;
  request_id: string | null;
  case_id: string | null;
  sealed: boolean;
};

/**
 * What a line says: kinds, codes, links, and of time limits which and its end, of what its receiver has not read yet. Of what is restricted no code and no address leaves
 * the portal: only that something is there.
 */
export async function wordsOf(deliveryId: string, isDigest: boolean): Promise<Notified[]> {
  const rows = await readAsSystem<WordRow>({
    name: isDigest ? "delivery-digest" : "delivery-word",
    text: `select n.kind, n.code, n.href, n.facts->>'subject' as limit, n.facts->>'dueAt' as due_at, n.request_id, n.case_id, coalesce(cardinality(r.sealed_to) > 0, false) or coalesce(cardinality(c.sealed_to) > 0, false) or coalesce(l.restricted, false) as sealed
      from ${isDigest ? "digest_entry d join notification n on n.id = d.notification_id" : "delivery d join notification n on n.id = d.notification_id"}
        left join request r on r.id = n.request_id left join fraud_case c on c.id = coalesce(n.case_id, r.case_id)
        left join deadline l on l.id = n.deadline_id
      where d.${isDigest ? "delivery_id" : "id"} = $1 and n.read_at is null order by n.urgent desc, n.at, n.id`,
    values: [deliveryId],
  });
  return rows.map((row) =>
    row.sealed
      ? { kind: "other", code: null, href: paths.home, limit: null, dueAt: null }
      : {
          kind: row.kind,
          code: row.code,
          href: pageOfNotice(row) ?? paths.home,
          limit: row.limit,
          dueAt: row.due_at,
        },
  );
}
