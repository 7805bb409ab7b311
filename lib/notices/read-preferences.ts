import type { Actor } from "@/lib/access/actor";
import { asActor, statement, type Tx } from "@/lib/db";
import { type NoticeKind, noticeKindCodes } from "./kinds";
import type { EmailChoice, Preference, Preferences, QuietHours } from "./preferences";
import { isToldOf } from "./receives";

type Row = {
  id: string;
  kinds: { kind: string; email: EmailChoice; sms: boolean; zalo: boolean }[] | null;
  quiet: QuietHours | null;
};

/** What these memberships chose, read in the transaction that tells them; whoever chose nothing is not in the map. */
export async function preferencesOf(
  tx: Tx,
  membershipIds: readonly string[],
): Promise<Map<string, Preferences>> {
  const { rows } = await statement<Row>(
    tx,
    `select m.id,
        (select jsonb_agg(jsonb_build_object('kind', p.kind, 'email', p.email, 'sms', p.sms, 'zalo', p.zalo)) from notice_preference p
          where p.membership_id = m.id) as kinds,
        (select jsonb_build_object('fromMinute', q.from_minute, 'toMinute', q.to_minute, 'days', q.days) from quiet_hours q
          where q.membership_id = m.id) as quiet
      from unnest($1::uuid[]) m (id)`,
    [[...new Set(membershipIds)]],
  );
  return new Map(
    rows.map(({ id, kinds, quiet }) => [
      id,
      {
        kinds: new Map<string, Preference>((kinds ?? []).map(({ kind, ...chosen }) => [kind, chosen])),
        quiet,
      },
    ]),
  );
}

export type OwnPreferences = {
  kinds: readonly ({ kind: NoticeKind } & Preference)[];
  quiet: QuietHours | null;
  /** The kinds that he can be told of in what he does there. Of others his choice is kept and not asked for. */
  told: readonly NoticeKind[];
};

/** What the actor chose in the membership in which he acts: the kinds of which he chose anything, and his quiet hours. */
export function ownPreferences(actor: Actor): Promise<OwnPreferences> {
  return asActor(actor, async (tx) => {
    const own = (await preferencesOf(tx, [actor.membershipId])).get(actor.membershipId);
    const kinds = noticeKindCodes.flatMap((kind) => {
      const chosen = own?.kinds.get(kind);
      return chosen ? [{ kind, ...chosen }] : [];
    });
    return { kinds, quiet: own?.quiet ?? null, told: await toldOf(tx, actor) };
  });
}

/** The kinds that the actor can be told of in the membership in which he acts. */
export async function toldOf(tx: Tx, actor: Actor): Promise<NoticeKind[]> {
  const { rows } = await statement<{ heads: boolean }>(tx, "select heads from membership where id = $1", [
    actor.membershipId,
  ]);
  const heads = rows[0]?.heads ?? false;
  return noticeKindCodes.filter((kind) => isToldOf(kind, actor.roles, heads));
}
