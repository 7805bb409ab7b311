import { initiated } from "@/lib/cases/lifecycle";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { kindOf } from "@/lib/requests/kinds";

/**
 * May money be given back out of what this kind of order holds? Of an account after its freeze alone (CPC art. 129, 106); of a wallet, which
 * no freeze reaches, by the suspension that keeps it, once the case is initiated.
 */
export const isPayable = (orderKind: string, caseStatus: CaseStatus): boolean =>
  kindOf(orderKind).hold === "freeze" || (orderKind === "EWALLET_SUSPEND" && initiated.includes(caseStatus));
