import { useState } from "react";
import type { Alone } from "@/components/notices/keep-fresh";
import { paths } from "@/lib/paths";
import type { QueueFilter } from "@/lib/requests/queue/filter";
import type { QueueReading } from "@/lib/requests/queue/types";

/**
 * What moves in the queue: as the page brought it, or as it was read since. A page that comes anew supersedes what was read alone, for
 * whichever list that was.
 */
export function useLiveReading(
  brought: QueueReading,
  { open }: QueueFilter,
): [QueueReading, Alone<QueueReading>] {
  const [since, setSince] = useState({ brought, reading: brought });
  return [
    since.brought === brought ? since.reading : brought,
    { path: paths.queueReading, openId: open, show: (reading) => setSince({ brought, reading }) },
  ];
}
