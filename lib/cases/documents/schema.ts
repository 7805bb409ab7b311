import { z } from "zod";

/** What is on paper about a case: `talk` are files said across in a request's talk or sent with an appeal. */
export const documentKinds = [
  "statement",
  "file",
  "letter",
  "minutes",
  "answer",
  "restitution",
  "talk",
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentSorts = ["newest", "oldest"] as const;

/** What the address of a case's documents says; a mistyped one still opens. */
export const documentFilter = z.object({
  kind: z.enum(documentKinds).optional().catch(undefined),
  sort: z.enum(documentSorts).catch("newest"),
  after: z.string().max(600).optional().catch(undefined),
  before: z.string().max(600).optional().catch(undefined),
});
export type DocumentFilter = z.output<typeof documentFilter>;
