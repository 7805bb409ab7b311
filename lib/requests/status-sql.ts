import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { openStatuses } from "./lifecycle";

/** `column` is one of these statuses, written as constants: by them the planner recognises a partial index. */
export const statusIn = (statuses: readonly RequestStatus[], column: string): string =>
  `${column} in (${statuses.map((status) => `'${status}'`).join(", ")})`;

/** A request `r` on which its addressee's clock matters. */
export const isOpenSql = statusIn(openStatuses, "r.status");
