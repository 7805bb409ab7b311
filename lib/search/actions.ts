"use server";

import { action } from "@/lib/action";
import { search } from "./queries";
import { searchInput } from "./schema";

export const searchAction = action(searchInput, (actor, input) => search(actor, input));
