import { OctagonAlert } from "@/components/icons/octagon-alert";
import { AdminTable } from "@/components/admin/admin-table";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import { getWords } from "@/lib/i18n/words";
import type { JobState } from "@/lib/operations/types";
import { JobActs } from "./job-acts";

/** Jobs that were given up or hang on a dead worker, and what may be ordered about them. */
export async function GivenUp({ jobs }: { jobs: readonly JobState[] }) {
  const t = await getWords("admin.jobs");
  const nameOf = (code: string) => (t.has(`names.${code}` as never) ? t(`names.${code}` as never) : code);
  return (
    <AdminTable
      caption={t("givenUp")}
      heads={[
        { name: t("job"), isRowHeader: true, phone: "title" },
        { name: t("number") },
        { name: t("state"), phone: "lead" },
        { name: t("tries"), align: "right", phone: "hide" },
        { name: t("since") },
        { name: t("acts"), phone: "line" },
      ]}
      rows={jobs.map((job) => ({
        id: job.id,
        cells: [
          nameOf(job.task),
          <span key="n" className="id">
            {job.id}
          </span>,
          <StatusBadge
            key="s"
            look={{ tone: "red", icon: OctagonAlert }}
            word={t(`jobState.${job.state}`)}
          />,
          `${job.attempts}/${job.mostAttempts}`,
          <Timestamp key="t" at={job.since} />,
          job.ordered ? (
            t(`waits.${job.ordered}`)
          ) : job.state === "failed" ? (
            <JobActs key="a" jobId={job.id} />
          ) : (
            t("freedSoon")
          ),
        ],
      }))}
    />
  );
}
