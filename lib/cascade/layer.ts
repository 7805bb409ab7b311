import type { Actor } from "@/lib/access/actor";
import { holdCase } from "@/lib/cases/change";
import type { Tx } from "@/lib/db";
import type { CaseModel } from "@/lib/generated/prisma/models";
import type { Outside } from "@/lib/money/trail/elsewhere";
import { placeOf } from "@/lib/money/trail/accounts";
import { nextLayer, type NextGroup } from "@/lib/money/trail/next-layer";
import { readStory } from "@/lib/money/trail/read-story";
import { traceMoney } from "@/lib/money/trail/trace";
import { kindIn, outsideIn } from "@/lib/money/trail/view";
import { organisationsOf } from "@/lib/organisations/names";
import { kindOf, type OfferedKind } from "@/lib/requests/kinds";

/** How money is held where it went: the fast order, before initiation and after it alike. */
const orderOf = { bank_account: "ACCOUNT_SUSPEND", e_wallet: "EWALLET_SUSPEND" } as const satisfies Record<
  NextGroup["kind"],
  OfferedKind
>;

export type LayerRequest = {
  id: string;
  kindCode: OfferedKind;
  addresseeId: string;
  addressee: string;
  group: NextGroup;
  firstAt: Date;
};
type LayerOutside = { at: Outside; waiting: bigint };
type WhatIsNext = {
  requests: LayerRequest[];
  unknown: number;
  /** Where money went that nobody of the register keeps, with what of it nobody knows to have left. */
  outside: LayerOutside[];
  holderOf: (key: string) => string | null;
};
export type Layer = WhatIsNext & { owner: CaseModel };

/**
 * What the case's trail leads to and nobody was asked about, as requests: one for each institution, as each sees its own accounts
 * alone. Holds the case, so that two who ask at once do not ask twice.
 * @throws Problem not-found (also for a foreign case), not-allowed.
 */
export async function layerOf(tx: Tx, actor: Actor, caseId: string): Promise<Layer> {
  const owner = await holdCase(tx, actor, caseId, "case.draftRequest");
  return { owner, ...(await whatIsNext(tx, caseId)) };
}

/** Would the next layer ask anybody? Money that went where nobody is asked is named by the answer itself and on the trail. */
export async function isNextWaiting(tx: Tx, caseId: string): Promise<boolean> {
  return (await whatIsNext(tx, caseId)).requests.length > 0;
}

async function whatIsNext(tx: Tx, caseId: string): Promise<WhatIsNext> {
  const { story, facts } = await readStory(tx, caseId);
  const trail = traceMoney(story);
  const drafted = new Set([...facts].filter(([, { isDrafted }]) => isDrafted).map(([key]) => key));
  const organisations = await organisationsOf(
    tx,
    [...trail.accounts.keys()].map((key) => placeOf(key).institutionId),
  );
  const all = nextLayer(trail, kindIn(organisations), drafted, outsideIn({ facts }));
  const groups = all.filter(({ isOutside }) => !isOutside);
  const requests = groups.flatMap((group): LayerRequest[] => {
    const organisation = group.institutionId === null ? undefined : organisations.get(group.institutionId);
    const kindCode = orderOf[group.kind];
    if (!group.institutionId || !organisation || !kindOf(kindCode).addressees.includes(organisation.kind))
      return [];
    return [
      {
        id: `${kindCode}:${group.institutionId}`,
        kindCode,
        addresseeId: group.institutionId,
        addressee: organisation.shortName,
        group,
        firstAt: group.accounts.reduce(
          (first, { firstAt }) => (firstAt < first ? firstAt : first),
          group.accounts[0]!.firstAt,
        ),
      },
    ];
  });
  const asked = new Set(requests.flatMap(({ group }) => group.accounts.map(({ key }) => key)));
  return {
    requests,
    unknown: groups.flatMap(({ accounts }) => accounts).filter(({ key }) => !asked.has(key)).length,
    outside: all
      .filter(({ isOutside }) => isOutside)
      .flatMap(({ accounts }) => accounts)
      .map(({ key, waiting }) => ({ at: facts.get(key)!.outside!, waiting })),
    holderOf: (key) => facts.get(key)?.holder ?? null,
  };
}
