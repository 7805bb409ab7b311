import type { Metadata } from "next";
import { cookies } from "next/headers";
import { FeedCard } from "@/components/agenda/feed-card";
import { AccountSecrets } from "@/components/access/account-secrets";
import { LooksCard } from "@/components/access/looks-card";
import { MembershipMenu } from "@/components/access/membership-menu";
import { SessionList } from "@/components/access/session-list";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { currentSession, requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { deviceName } from "@/lib/access/device-name";
import { hasDates } from "@/lib/access/require-dates";
import { listSessions } from "@/lib/access/sessions";
import { listFeeds } from "@/lib/agenda/feeds";
import { formatDateTime } from "@/lib/i18n/local-time";
import { readPreferences } from "@/lib/i18n/preferences";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("account"))("title") };
}

/** Who I am here, where I am signed in, and what proves it. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [t, told, jar, sessions, session, feeds] = await Promise.all([
    getWords("account"),
    getWords("noticePreferences"),
    cookies(),
    listSessions(actor.userId),
    currentSession(),
    hasDates(actor) ? listFeeds(actor) : null,
  ]);
  return (
    <Page title={t("title")} lead={actor.rank ? `${actor.rank} ${actor.name}` : actor.name}>
      <BrowserWords names={["account", "signIn", "errors", "roles"]}>
        <div className="account">
          <Card title={t("memberships")}>
            <MembershipMenu memberships={session!.memberships} current={actor.membershipId} />
          </Card>
          <Card title={t("sessions")}>
            <SessionList
              rows={sessions.map(({ id, device, createdAt, seenAt, secondFactorAt }) => ({
                id,
                device: deviceName(device),
                started: formatDateTime(createdAt),
                seen: formatDateTime(seenAt),
                current: id === actor.sessionId,
                half: secondFactorAt === null,
              }))}
            />
          </Card>
          {feeds ? (
            <BrowserWords names={["agenda"]}>
              <FeedCard rows={feeds} />
            </BrowserWords>
          ) : null}
          <AccountSecrets />
          <Card title={told("card")}>
            <p className="t13 mut">{told("cardLead")}</p>
            <div className="row">
              <ButtonLink href={paths.noticePreferences}>{told("open")}</ButtonLink>
            </div>
          </Card>
          {may(actor, "webhook.keep") ? (
            <Card title={t("webhooks")}>
              <p className="t13 mut">{t("webhooksLead")}</p>
              <div className="row">
                <ButtonLink href={paths.webhooks}>{t("webhooksOpen")}</ButtonLink>
              </div>
            </Card>
          ) : null}
          <LooksCard {...readPreferences((name) => jar.get(name)?.value)} />
        </div>
      </BrowserWords>
    </Page>
  );
}
