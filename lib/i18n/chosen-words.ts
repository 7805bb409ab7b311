export type Words = { [name: string]: string | Words };

/** The part of a tree that these dotted names point at. Throws on a name that does not exist. */
export function chosenWords(all: Words, names: readonly string[]): Words {
  const part: Words = {};
  for (const name of names) {
    const path = name.split(".");
    const last = path.pop()!;
    let from = all;
    let to = part;
    for (const step of path) {
      from = (from[step] ?? {}) as Words;
      // A copy: the tree itself is shared by all requests.
      to = (to[step] = { ...(to[step] as Words) }) as Words;
    }
    if (!(last in from)) throw new Error(`no words are called ${name}`);
    to[last] = from[last]!;
  }
  return part;
}
