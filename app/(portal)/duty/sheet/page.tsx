import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RosterSheet } from "@/components/duty/roster-sheet";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { mayOnDuty } from "@/lib/access/duty-policy";
import { largestRoster } from "@/lib/duty/sheet-queries";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("duty.sheet"))("title") };
}

/** A roster from Excel, for who keeps it. */
export default async function DutySheetPage() {
  const actor = await requireActor();
  if (!mayOnDuty(actor, "duty.manage")) notFound();
  const t = await getWords("duty.sheet");
  return (
    <BrowserWords names={["duty", "errors", "admin.errors", "sheets", "files.refused"]}>
      <Page
        title={t("title")}
        lead={actor.orgName}
        aside={<ButtonLink href={paths.duty}>{t("back")}</ButtonLink>}
      >
        <RosterSheet maxBytes={largestRoster} />
      </Page>
    </BrowserWords>
  );
}
