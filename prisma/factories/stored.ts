import { asSystem } from "@/lib/db";

/** What the tables hold of a request, whoever may see it. */
export const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));
export const itemsOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }));
export const deadlineOf = (requestId: string, subject: "ANSWER" | "SUSPENSION_MAX" = "ANSWER") =>
  asSystem((tx) => tx.deadline.findFirst({ where: { requestId, subject }, orderBy: { startsAt: "desc" } }));
