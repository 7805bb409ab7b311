import { Undo2 } from "@/components/icons/undo-2";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { DeskTabs } from "@/components/release/release-tabs";
import { ReturnTasks } from "@/components/restitution/return-tasks";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { requireDesk } from "@/lib/access/require-money-side";
import { countOpenAppeals } from "@/lib/release/appeal-list";
import { listReturnTasks } from "@/lib/restitution/desk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restitution.desk"))("title") };
}

/** What the own organisation has to return to victims, and what it has returned. */
export default async function DeskReturnsPage() {
  const actor = await requireDesk();
  const t = await getTranslations("restitution.desk");
  const [tasks, appeals] = await Promise.all([listReturnTasks(actor), countOpenAppeals(actor)]);
  return (
    <BrowserWords
      names={["restitution.desk", "restitution.decision", "restitution.paper", "errors", "money", "notices"]}
    >
      <Live />
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          <DeskTabs current="returns" appeals={appeals} />
          {tasks.length > 0 ? (
            <ReturnTasks tasks={tasks} />
          ) : (
            <Empty icon={<Undo2 className="i i-24" aria-hidden />} title={t("empty")}>
              {t("emptyText")}
            </Empty>
          )}
        </div>
      </Page>
    </BrowserWords>
  );
}
