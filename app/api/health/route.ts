import { healthAnswer } from "@/lib/health/answers";

export const dynamic = "force-dynamic";

/** Whether the process lives. */
export const GET = (): Response => healthAnswer();
