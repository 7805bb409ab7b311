import type { SigningPeek } from "@/lib/requests/signing/types";

/** What requests that are signed together have in common; null where they differ. Amounts in VND, instants ISO UTC. */
export type BatchFacts = {
  kindCode: string | null;
  caseCode: string | null;
  grounds: string | null;
  total: bigint;
  /** What the one case's victims reported lost. */
  lost: bigint | null;
  /** The first transfer of all. */
  firstTransferAt: string | null;
  drafters: string[];
  /** Cases of which the requests together hold more than was reported lost, though none of them does alone. */
  beyondLoss: string[];
  /** Nothing was found that a signer should look at. */
  isClean: boolean;
};

const newHolds = new Set(["ACCOUNT_SUSPEND", "ACCOUNT_FREEZE", "EWALLET_SUSPEND"]);

/** Reads a choice of at least one request. */
export function batchFacts(picked: readonly SigningPeek[]): BatchFacts {
  const common = <Value>(of: (peek: SigningPeek) => Value): Value | null => {
    const all = new Set(picked.map(of));
    return all.size === 1 ? [...all][0]! : null;
  };
  const held = new Map<string, { caseCode: string; lost: bigint; sum: bigint }>();
  for (const { kindCode, caseId, caseCode, reportedLoss, disputedAmount } of picked) {
    if (!newHolds.has(kindCode)) continue;
    // The same money may be suspended and then frozen: each kind is added up for itself.
    const key = `${caseId} ${kindCode}`;
    const before = held.get(key)?.sum ?? 0n;
    held.set(key, { caseCode, lost: BigInt(reportedLoss), sum: before + BigInt(disputedAmount) });
  }
  const beyondLoss = [
    ...new Set([...held.values()].flatMap(({ caseCode, lost, sum }) => (sum > lost ? [caseCode] : []))),
  ];
  const isOneCase = common(({ caseId }) => caseId) !== null;
  return {
    kindCode: common(({ kindCode }) => kindCode),
    caseCode: common(({ caseCode }) => caseCode),
    grounds: common(({ grounds }) => grounds),
    total: picked.reduce((sum, { disputedAmount }) => sum + BigInt(disputedAmount), 0n),
    lost: isOneCase ? BigInt(picked[0]!.reportedLoss) : null,
    firstTransferAt:
      picked
        .flatMap(({ firstTransferAt }) => firstTransferAt ?? [])
        .sort()
        .at(0) ?? null,
    drafters: [...new Set(picked.map(({ drafter }) => drafter))],
    beyondLoss,
    isClean: beyondLoss.length === 0 && picked.every((peek) => !hasFindings(peek)),
  };
}

/** Was anything found of this one? */
export const hasFindings = ({ findings, basis }: Pick<SigningPeek, "findings" | "basis">): boolean =>
  basis === "stated" ||
  findings.beyondLoss ||
  findings.overGrounds.length > 0 ||
  findings.duplicates.some(({ is }) => is !== "replaced");
