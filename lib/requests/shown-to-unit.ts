import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";

/** After an act of the unit that asks: its desk, its list and the request's own page are read again. */
export function shownToUnit<Result extends { requestId: string }>(result: Result): Result {
  revalidatePath(paths.home);
  revalidatePath(paths.requests);
  revalidatePath(paths.request(result.requestId));
  return result;
}
