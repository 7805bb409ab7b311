"use server";

import { action } from "@/lib/action";
import { hashAuditTerm } from "./audit-term";
import { search } from "./queries";
import { auditTermInput, searchInput } from "./schema";

export const searchAction = action(searchInput, (actor, input) => search(actor, input));

export const hashAuditTermAction = action(auditTermInput, (actor, input) => hashAuditTerm(actor, input));
