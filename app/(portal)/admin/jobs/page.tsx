import type { Metadata } from "next";
import { Again } from "@/components/jobs/again";
import { GivenUp } from "@/components/jobs/given-up";
import { JobOrders } from "@/components/jobs/job-orders";
import { SetAside } from "@/components/jobs/set-aside";
import { Ticks } from "@/components/jobs/ticks";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Timestamp } from "@/components/ui/timestamp";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";
import { givenUpAfter } from "@/lib/jobs/task-streak";
import { jobsOverview } from "@/lib/operations/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.jobs"))("title") };
}

/** What the workers do: the ticks, the jobs, what waits and what was given up. */
export default async function JobsPage() {
  const actor = await requireAdmin();
  const [t, { at, work, ticks, crons, jobs, aside, orders, workers }] = await Promise.all([
    getWords("admin.jobs"),
    jobsOverview(actor),
  ]);
  const nameOf = (code: string) => (t.has(`names.${code}` as never) ? t(`names.${code}` as never) : code);
  const isLate = ticks.some((tick) => tick.isLate);
  const failing = crons.filter(({ failures }) => failures > 0);
  const figures = [
    { name: t("ready"), value: work.jobs.ready },
    { name: t("running"), value: work.jobs.running },
    { name: t("later"), value: work.jobs.later },
    { name: t("failed"), value: work.jobs.failed },
    { name: t("setAside"), value: work.setAside.reduce((sum, { count }) => sum + count, 0) },
    { name: t("oldestJob"), value: t("seconds", { count: Math.round(work.oldestJobSeconds) }) },
    { name: t("outboxWaiting"), value: work.outboxWaiting },
    { name: t("oldestEvent"), value: t("seconds", { count: Math.round(work.oldestEventSeconds) }) },
    ...["waiting", "dead"].map((state) => ({
      name: t(state === "dead" ? "deliveriesDead" : "deliveriesWaiting"),
      value: work.deliveries
        .filter((one) => (one.state === "dead") === (state === "dead"))
        .reduce((sum, { count }) => sum + count, 0),
    })),
  ];
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {t("asOf")} <Timestamp at={at} part="seconds" />
        </>
      }
    >
      <Again />
      <div className="stack">
        {work.workers === 0 ? (
          <Note tone="red">{t("noWorker")}</Note>
        ) : isLate ? (
          <Note tone="amber">{t("isLate")}</Note>
        ) : null}
        {failing.map(({ name, failures, failingSince, errorName }) => (
          <Note key={name} tone={failures >= givenUpAfter ? "red" : "amber"}>
            {t("fails", { task: nameOf(name), count: failures })} <Timestamp at={failingSince!} />.{" "}
            <span className="id">{errorName}</span>
          </Note>
        ))}
        <Ticks ticks={ticks} />
        {jobs.length > 0 ? <GivenUp jobs={jobs} /> : <Note tone="green">{t("noneGivenUp")}</Note>}
        {orders.length > 0 ? <JobOrders orders={orders} /> : null}
        {aside.length > 0 ? <SetAside rows={aside} /> : null}
        <div className="grid gap-4 lg:grid-cols-2 items-start">
          <Card title={t("queue")} flush>
            <table className="table">
              <caption className="vh">{t("queue")}</caption>
              <tbody>
                {figures.map(({ name, value }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td className="r num">{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
          <Card title={t("crons")} flush>
            <table className="table">
              <caption className="vh">{t("crons")}</caption>
              <tbody>
                {crons.map(({ name, lastAt }) => (
                  <tr key={name}>
                    <th scope="row">{nameOf(name)}</th>
                    <td className="r">{lastAt ? <Timestamp at={lastAt} /> : t("never")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
          <Card title={t("workers")} flush>
            <table className="table">
              <caption className="vh">{t("workers")}</caption>
              <tbody>
                {workers.map(({ id, startedAt, seenAt, isAlive }) => (
                  <tr key={id}>
                    <th scope="row">
                      <span className="id">{id}</span>{" "}
                      <span className="t12 mut">
                        {t("since")} <Timestamp at={startedAt} />
                      </span>
                    </th>
                    <td className="r">{isAlive ? t("alive") : <Timestamp at={seenAt} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        </div>
      </div>
    </Page>
  );
}
