/**
 * A result as whoever keeps an address is told it. That a name is not known, and that it is known and leads into somebody's own network, are
 * one answer: told apart they would let anybody map a network that he does not see.
 */
export const codeForKeepers = <Code extends string>(code: Code): Code | "not-public" =>
  code === "dns" || code === "private-address" ? "not-public" : code;
