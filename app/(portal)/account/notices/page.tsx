import type { Metadata } from "next";
import { PreferencesForm } from "@/components/notices/preferences-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { env } from "@/lib/env";
import { getWords } from "@/lib/i18n/words";
import { ownPreferences } from "@/lib/notices/read-preferences";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("noticePreferences"))("title") };
}

/** How one wants to be told, in the capacity in which one acts. */
export default async function NoticePreferencesPage() {
  const actor = await requireActor();
  const [t, own] = await Promise.all([getWords("noticePreferences"), ownPreferences(actor)]);
  const { mail, messengers } = env();
  const ways = { mail: mail !== null, sms: messengers.sms !== null, zalo: messengers.zalo !== null };
  return (
    <Page title={t("title")} lead={t("lead")}>
      <BrowserWords names={["noticePreferences", "notices", "mail.kind", "admin.weekday"]}>
        <div className="stack">
          <p className="t13 no-print">
            <Link href={paths.account}>{t("back")}</Link>
          </p>
          {ways.mail ? null : <Note tone="amber">{t("mailOff")}</Note>}
          <PreferencesForm own={own} ways={ways} now={new Date().toISOString()} />
        </div>
      </BrowserWords>
    </Page>
  );
}
