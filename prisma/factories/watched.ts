/** Any input at all, and the names that somebody reads of it; "everything" when it is copied as a whole. */
export function watched() {
  const reads = new Set<string>();
  const input = new Proxy(
    {},
    {
      get: (_, name) => (typeof name === "string" ? (reads.add(name), "123456") : undefined),
      has: (_, name) => Boolean(reads.add(String(name))),
      ownKeys: () => (reads.add("everything"), []),
    },
  );
  const form = new FormData();
  form.get = (name) => (reads.add(name), "123456");
  for (const way of ["entries", "keys", "values", "forEach", "getAll"] as const)
    form[way] = () => reads.add("everything") as never;
  return { reads, input, form };
}
