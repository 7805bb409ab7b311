/** Next calls this once when a server starts, before it answers anybody. */
export async function register(): Promise<void> {
  // Spelled out here and not in lib/env.ts: Next leaves the branch out of the Edge bundle only when it sees this text.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseUnsafeStart } = await import("@/lib/safe-start");
    refuseUnsafeStart();
    const { startLayouts } = await import("@/lib/money/trail/layout-aside");
    startLayouts();
    const { countRequests } = await import("@/lib/metrics/http");
    countRequests();
    const { mendRequests } = await import("@/lib/incoming/mend-request");
    mendRequests();
  }
}
