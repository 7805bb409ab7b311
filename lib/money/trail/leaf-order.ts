type Line = { from: string; to: string };

/**
 * Accounts that got their money from the same accounts and sent nothing on may stand in each other's place without one crossing more: they
 * are put in the order in which they are given, which is that of their first arrival. Gives each node's height; pure.
 */
export function inOrderOfArrival(
  nodes: readonly { id: string; layer: number | null }[],
  lines: readonly Line[],
  heights: ReadonlyMap<string, number>,
): Map<string, number> {
  const senders = new Set(lines.map(({ from }) => from));
  const sources = new Map<string, string[]>();
  for (const { from, to } of lines) sources.set(to, [...(sources.get(to) ?? []), from]);
  const alike = new Map<string, string[]>();
  for (const { id, layer } of nodes) {
    if (senders.has(id)) continue;
    const name = JSON.stringify([layer, ...(sources.get(id) ?? []).sort()]);
    alike.set(name, [...(alike.get(name) ?? []), id]);
  }
  const ordered = new Map(heights);
  for (const ids of alike.values()) {
    const places = ids.map((id) => heights.get(id)!).sort((a, b) => a - b);
    ids.forEach((id, index) => ordered.set(id, places[index]!));
  }
  return ordered;
}
