import type { Metadata } from "next";
import { Webhook } from "@/components/icons/webhook";
import { notFound } from "next/navigation";
import { AddEndpointForm, EndpointActs } from "@/components/channels/endpoint-forms";
import { SentList } from "@/components/channels/sent-list";
import { TestButton } from "@/components/channels/test-button";
import { Badge } from "@/components/ui/badge";
import { BrowserWords } from "@/components/ui/browser-words";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Timestamp } from "@/components/ui/timestamp";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { listEndpoints } from "@/lib/channels/endpoints/queries";
import { topicGroups } from "@/lib/channels/topics";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("webhooks"))("title") };
}

/** Where the organisation's own system is told of what happens: for who manages its desk or commands it. */
export default async function WebhooksPage() {
  const actor = await requireActor();
  if (!may(actor, "webhook.keep")) notFound();
  const [t, rows] = await Promise.all([getWords("webhooks"), listEndpoints(actor)]);
  // A case's own acts are told to its unit alone.
  const groups = actor.roles.includes("commander")
    ? topicGroups
    : topicGroups.filter((one) => one !== "cases");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <BrowserWords names={["webhooks", "channels", "admin.form", "admin.errors", "errors"]}>
        <div className="stack">
          <p className="t13">
            <Link href={paths.account}>{t("back")}</Link>
          </p>
          <AddEndpointForm groups={groups} />
          {rows.length === 0 ? (
            <Empty icon={<Webhook className="i i-20" aria-hidden />} title={t("empty")}>
              {t("emptyText")}
            </Empty>
          ) : null}
          {rows.map((row) => (
            <Card
              key={row.id}
              title={new URL(row.url).host}
              aside={<Badge tone={row.isOn ? "green" : "grey"}>{t(row.isOn ? "on" : "off")}</Badge>}
            >
              <div className="stack-3">
                <p className="mono break-all t13">{row.url}</p>
                <p className="t13 mut">
                  {t("hears", { topics: row.topics.map((topic) => t(`topics.${topic}`)).join(", ") })}
                </p>
                {row.previousUntil ? (
                  <Note tone="amber">
                    {t.rich("twoSecrets", { until: () => <Timestamp at={row.previousUntil!} /> })}
                  </Note>
                ) : null}
                {row.isOn ? (
                  <TestButton
                    endpointId={row.id}
                    isWaiting={row.last.some(
                      ({ topic, state, attempts }) =>
                        topic === "webhook.test" &&
                        (state === "sending" || (state === "waiting" && attempts === 0)),
                    )}
                  />
                ) : null}
                <SentList rows={row.last} />
                <EndpointActs endpoint={row} groups={groups} />
              </div>
            </Card>
          ))}
          <Card title={t("how.title")}>
            <ul className="stack-2 t13 list-disc pl-5">
              <li>{t("how.body")}</li>
              <li>{t.rich("how.headers", { code: (words) => <code className="mono">{words}</code> })}</li>
              <li>{t.rich("how.signature", { code: (words) => <code className="mono">{words}</code> })}</li>
              <li>{t("how.again")}</li>
            </ul>
          </Card>
        </div>
      </BrowserWords>
    </Page>
  );
}
