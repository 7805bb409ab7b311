import { answersRequests } from "@/lib/access/actor";
import { Problem } from "@/lib/errors";
import { queueFilter } from "@/lib/requests/queue/filter";
import { readQueue } from "@/lib/requests/queue/reading";
import { answerScript } from "@/lib/script-answer";

/** What moves in the queue that is open, for the address it stands at: its screen asks again when it hears that something happened. */
export const GET = (request: Request): Promise<Response> =>
  answerScript(async (actor) => {
    if (!answersRequests(actor)) throw new Problem("not-found");
    const filter = queueFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    return (await readQueue(actor, filter)).reading;
  });
