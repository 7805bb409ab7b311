import type { Metadata } from "next";
import { MailCheck } from "@/components/icons/mail-check";
import { AdminTable } from "@/components/admin/admin-table";
import { DeliveryActs, RetryReceiver } from "@/components/channels/delivery-forms";
import { resultWords } from "@/components/channels/result-words";
import { DeliveryBadge } from "@/components/channels/sent-list";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Tabs } from "@/components/ui/tabs";
import { Timestamp } from "@/components/ui/timestamp";
import { requireAdmin } from "@/lib/access/require-admin";
import { channels } from "@/lib/channels/claim";
import { listDeliveries, listReceivers, mostListed, openChannels } from "@/lib/channels/desk/queries";
import { deliveryFilter } from "@/lib/channels/desk/schema";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("channels"))("title") };
}

/** What leaves the portal and did not arrive: by receiver, and line by line. Nothing of any case. */
export default async function DeliveriesPage({ searchParams }: PageProps<"/admin/deliveries">) {
  const actor = await requireAdmin();
  const { state } = deliveryFilter.parse(await searchParams);
  const [t, receivers, rows] = await Promise.all([
    getWords("channels"),
    listReceivers(actor),
    listDeliveries(actor, state),
  ]);
  const open = openChannels();
  const shut = channels.filter((one) => !open[one]);
  const sum = (of: "dead" | "waiting") => receivers.reduce((all, one) => all + one[of], 0);
  const words = (code: string | null) => resultWords(t as never, code) || t("notTried");
  return (
    <BrowserWords names={["channels"]}>
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          {shut.length > 0 ? (
            <Note tone={open.email ? "blue" : "amber"}>
              {t("shut", { channels: shut.map((one) => t(`channel.${one}`)).join(", ") })}
            </Note>
          ) : null}
          {receivers.length > 0 ? (
            <section className="stack-2" aria-labelledby="receivers">
              <h2 id="receivers" className="h3">
                {t("receivers")}
              </h2>
              <AdminTable
                caption={t("receiversCaption")}
                heads={[
                  { name: t("receiver"), isRowHeader: true, phone: "title" },
                  { name: t("channelHead") },
                  { name: t("countsHead") },
                  { name: t("oldest") },
                  { name: t("lastResult") },
                  { name: t("act"), phone: "line" },
                ]}
                rows={receivers.map((row) => ({
                  id: `${row.channel}-${row.receiverId}`,
                  cells: [
                    <span key="o">
                      {row.organisation}
                      {row.host ? <span className="mut mono t12 break-all"> {row.host}</span> : null}
                    </span>,
                    t(`channel.${row.channel}`),
                    t("counts", { dead: row.dead, waiting: row.waiting }),
                    <Timestamp key="t" at={row.oldest} />,
                    words(row.lastCode),
                    <RetryReceiver key="r" channel={row.channel} receiverId={row.receiverId} />,
                  ],
                }))}
              />
            </section>
          ) : null}
          <Tabs
            label={t("which")}
            tabs={(["dead", "waiting"] as const).map((one) => ({
              href: one === "dead" ? paths.adminDeliveries : `${paths.adminDeliveries}?state=${one}`,
              label: t(one),
              current: one === state,
              count: sum(one),
            }))}
          />
          <AdminTable
            caption={t("caption")}
            heads={[
              { name: t("receiver"), isRowHeader: true, phone: "title" },
              { name: t("channelHead") },
              { name: t("topic") },
              { name: t("stateHead"), phone: "lead" },
              { name: t("since") },
              { name: t("lastResult") },
              { name: t("act"), phone: "line" },
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: [
                <span key="o">
                  {row.organisation} <span className="mut t12 break-all">{row.receiver}</span>
                </span>,
                t(`channel.${row.channel}`),
                <span key="p" className="mono t12">
                  {row.topic}
                </span>,
                <DeliveryBadge key="s" state={row.state} />,
                <Timestamp key="t" at={row.at} />,
                t("tried", { words: words(row.lastCode), attempts: row.attempts }),
                row.state === "sending" ? null : <DeliveryActs key="a" deliveryId={row.id} />,
              ],
            }))}
            empty={
              <Empty icon={<MailCheck className="i i-20" aria-hidden />} title={t(`empty.${state}`)}>
                {t("emptyText")}
              </Empty>
            }
          />
          {rows.length === mostListed ? <p className="t13 mut">{t("more", { count: mostListed })}</p> : null}
        </div>
      </Page>
    </BrowserWords>
  );
}
