import { metricsAnswer } from "@/lib/health/answers";

export const dynamic = "force-dynamic";

/** What this process counted, for whoever brings the token. */
export const GET = (request: Request): Promise<Response> =>
  metricsAnswer(request.headers.get("authorization"));
