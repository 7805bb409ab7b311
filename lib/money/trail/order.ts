import { distances } from "./distance";
import type { MoneyStory, OneTransfer } from "./story";

export type Step =
  | { kind: "own"; step: MoneyStory["ownMoney"][number] }
  | { kind: "payment"; step: MoneyStory["payments"][number] }
  | { kind: "transfer"; step: OneTransfer }
  | { kind: "cashOut"; step: MoneyStory["cashOuts"][number] }
  | { kind: "hold"; step: MoneyStory["holds"][number] };

const ranks: Record<Step["kind"], number> = { own: 0, payment: 1, transfer: 2, cashOut: 3, hold: 4 };

/**
 * Everything that happened, by time. At the same instant money arrives before it leaves, leaves before it is drawn, and is drawn before
 * what remains is held; of several transfers those into an account come before those out of it. What still is equal goes by id:
 * the order never depends on how the story was read.
 */
export function inOrder(
  { payments, cashOuts, holds, ownMoney }: Omit<MoneyStory, "transfers">,
  transfers: readonly OneTransfer[],
): Step[] {
  const steps: Step[] = [
    ...ownMoney.map((step) => ({ kind: "own" as const, step })),
    ...payments.map((step) => ({ kind: "payment" as const, step })),
    ...transfers.map((step) => ({ kind: "transfer" as const, step })),
    ...cashOuts.map((step) => ({ kind: "cashOut" as const, step })),
    ...holds.map((step) => ({ kind: "hold" as const, step })),
  ].sort(
    (a, b) =>
      a.step.at.getTime() - b.step.at.getTime() || ranks[a.kind] - ranks[b.kind] || byId(a.step, b.step),
  );
  let nearness: Map<string, number> | undefined;
  for (let start = 0, end = 0; start < steps.length; start = end) {
    end = start + 1;
    if (steps[start]!.kind !== "transfer") continue;
    while (end < steps.length && isTogether(steps[start]!, steps[end]!)) end++;
    if (end - start === 1) continue;
    nearness ??= distances(
      payments.map(({ to }) => to),
      transfers,
    );
    const together = steps.slice(start, end).map(({ step }) => step as OneTransfer);
    steps.splice(
      start,
      end - start,
      ...inflowFirst(together, nearness).map((step) => ({ kind: "transfer" as const, step })),
    );
  }
  return steps;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const isTogether = (a: Step, b: Step) => a.kind === b.kind && a.step.at.getTime() === b.step.at.getTime();

/**
 * Transfers of one instant, what comes into an account before what leaves it (reverse postorder of a walk in depth). Round a circle
 * somebody has to begin: the account nearest to a victim.
 */
function inflowFirst(
  transfers: readonly OneTransfer[],
  nearness: ReadonlyMap<string, number>,
): OneTransfer[] {
  const leaving = new Map<string, OneTransfer[]>();
  for (const each of transfers) {
    const list = leaving.get(each.from);
    if (list) list.push(each);
    else leaving.set(each.from, [each]);
  }
  const far = (account: string) => nearness.get(account) ?? Number.MAX_SAFE_INTEGER;
  const begins = [...leaving.keys()].sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1));
  const seen = new Set<string>();
  const done: string[] = [];
  for (const begin of begins) {
    if (seen.has(begin)) continue;
    seen.add(begin);
    const path: { account: string; next: number }[] = [{ account: begin, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = leaving.get(top.account)?.[top.next++]?.to;
      if (to === undefined) done.push(path.pop()!.account);
      else if (!seen.has(to) && leaving.has(to)) {
        seen.add(to);
        path.push({ account: to, next: 0 });
      }
    }
  }
  return done.reverse().flatMap((account) => leaving.get(account)!);
}
