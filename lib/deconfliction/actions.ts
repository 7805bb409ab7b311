"use server";

import { action } from "@/lib/action";
import { findElsewhere } from "./commands";
import { elsewhereInput } from "./schema";

export const findElsewhereAction = action(elsewhereInput, (actor, input) => findElsewhere(actor, input));
