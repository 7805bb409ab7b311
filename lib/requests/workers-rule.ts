/** A member of either side's organisation who acts there, and how he stands to a request. */
export type Seen = {
  side: "desk" | "asks";
  memberId: string;
  /** The desk's assignee; the unit's officer. */
  isHolder: boolean;
  isDrafter: boolean;
  /** First of the desk's line now. */
  isOnDuty: boolean;
  /** Answers at the desk; an investigator whom the case names. */
  works: boolean;
  leads: boolean;
  isUrgent: boolean;
};
/** Memberships. `holder`: who has it in hand by name, if he still acts there. */
export type Side = { holder: string | null; all: string[] };
export type Workers = { desk: Side; askers: Side };

export const none: Workers = { desk: { holder: null, all: [] }, askers: { holder: null, all: [] } };

/**
 * Who works on a request, on each side.
 * - desk: its assignee; without one, of urgent work who is on duty now; otherwise everybody who answers there with who is on duty, and the
 *   managers too where it is urgent or nobody else answers.
 * - askers: its officer, or else who drafted it, with the investigators of the case; where all of them are gone, the commanders.
 */
export function workersAmong(seen: readonly Seen[]): Workers {
  const of = (side: Seen["side"]) => seen.filter((one) => one.side === side);
  return { desk: deskAmong(of("desk")), askers: askersAmong(of("asks")) };
}

function deskAmong(seen: readonly Seen[]): Side {
  const holder = seen.find(({ isHolder }) => isHolder)?.memberId ?? null;
  if (holder) return { holder, all: [holder] };
  const onDuty = seen.filter(({ isOnDuty }) => isOnDuty);
  const isUrgent = seen.some((one) => one.isUrgent);
  if (isUrgent && onDuty.length > 0) return { holder, all: ids(onDuty) };
  const needsManagers = isUrgent || !seen.some(({ works }) => works);
  return {
    holder,
    all: ids(seen.filter(({ works, leads, isOnDuty }) => works || isOnDuty || (leads && needsManagers))),
  };
}

function askersAmong(seen: readonly Seen[]): Side {
  const holder = seen.find(({ isHolder }) => isHolder)?.memberId ?? null;
  const isFirst = holder ? ({ isHolder }: Seen) => isHolder : ({ isDrafter }: Seen) => isDrafter;
  const all = ids(seen.filter((one) => isFirst(one) || one.works));
  return { holder, all: all.length > 0 ? all : ids(seen.filter(({ leads }) => leads)) };
}

const ids = (seen: readonly Seen[]): string[] => seen.map(({ memberId }) => memberId);
