import { readyAnswer } from "@/lib/health/answers";

export const dynamic = "force-dynamic";

/** Whether the portal can do its work now. */
export const GET = (request: Request): Promise<Response> => readyAnswer(new URL(request.url));
