/** Shortest number of hops from any start (which is 1), along the edges; accounts that no path reaches are not in it. */
export function distances(
  starts: Iterable<string>,
  edges: readonly { readonly from: string; readonly to: string }[],
): Map<string, number> {
  const onward = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const list = onward.get(from);
    if (list) list.push(to);
    else onward.set(from, [to]);
  }
  const found = new Map<string, number>([...starts].map((start) => [start, 1]));
  const queue = [...found.keys()];
  for (const account of queue)
    for (const next of onward.get(account) ?? [])
      if (!found.has(next)) {
        found.set(next, found.get(account)! + 1);
        queue.push(next);
      }
  return found;
}
