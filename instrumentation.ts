import { isNodeServer } from "@/lib/env";

/** Next calls this once when a server starts, before it answers anybody. */
export async function register(): Promise<void> {
  if (!isNodeServer()) return;
  const { refuseUnsafeStart } = await import("@/lib/safe-start");
  refuseUnsafeStart();
}
