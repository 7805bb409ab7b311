import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { queueAddress } from "@/lib/requests/queue/address";
import type { QueueFilter } from "@/lib/requests/queue/filter";
import { queueTabs } from "@/lib/requests/queue/tabs";
import type { QueueCounts } from "@/lib/requests/queue/types";

/** The views of the queue, each with how many wait in it. */
export function QueueTabs({ counts, filter }: { counts: QueueCounts; filter: QueueFilter }) {
  const t = useTranslations("queue.tabs");
  // What is doubted has a place of its own as soon as there is any.
  const shown = queueTabs.filter(
    (tab) => tab !== "suspected" || counts.suspected > 0 || filter.tab === "suspected",
  );
  return (
    <Tabs
      label={t("label")}
      tabs={shown.map((tab) => ({
        href: queueAddress({ ...filter, open: undefined }, { tab }),
        label: t(tab),
        current: tab === filter.tab,
        count: counts[tab],
        tone: (tab === "unclaimed" || tab === "suspected") && counts[tab] > 0 ? "red" : undefined,
      }))}
    />
  );
}
