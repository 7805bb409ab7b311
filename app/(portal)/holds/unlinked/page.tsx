import { Link2 } from "@/components/icons/link-2";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { ReleaseTabs } from "@/components/release/release-tabs";
import { UnlinkedList } from "@/components/release/unlinked-list";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { formatVnd } from "@/lib/money/format-vnd";
import { countOpenAppeals } from "@/lib/release/appeal-list";
import type { UnlinkedRow } from "@/lib/release/types";
import { casesAtOnce, listUnlinked } from "@/lib/release/unlinked";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("unlinked.title") };
}

/** Money that is held although the trail does not lead to it: let it go, or say why not. */
export default async function UnlinkedPage() {
  const actor = await requirePolice();
  const t = await getTranslations("release");
  // A legal paper is in Vietnamese whatever the language of the screen.
  const paper = await getTranslations({ locale: "vi", namespace: "release.grounds" });
  const [{ rows, isCut }, appeals] = await Promise.all([listUnlinked(actor), countOpenAppeals(actor)]);
  const groundsOf = ({ finding, amount, linked }: UnlinkedRow) =>
    finding === "no_link"
      ? paper("noLink", { amount: formatVnd(BigInt(amount)) })
      : paper("surplus", {
          amount: formatVnd(BigInt(amount)),
          linked: formatVnd(BigInt(linked)),
          surplus: formatVnd(BigInt(amount) - BigInt(linked)),
        });
  return (
    <BrowserWords names={["release", "kinds", "errors", "notices"]}>
      <Live />
      <Page title={t("unlinked.title")} lead={t("unlinked.lead")}>
        <div className="stack">
          <ReleaseTabs current="unlinked" appeals={appeals} />
          {isCut ? <Note tone="blue">{t("unlinked.cut", { count: casesAtOnce })}</Note> : null}
          {rows.length > 0 ? (
            <UnlinkedList rows={rows.map((row) => ({ ...row, grounds: groundsOf(row) }))} />
          ) : (
            <Empty icon={<Link2 className="i i-24" aria-hidden />} title={t("unlinked.empty")}>
              {t("unlinked.emptyText")}
            </Empty>
          )}
        </div>
      </Page>
    </BrowserWords>
  );
}
