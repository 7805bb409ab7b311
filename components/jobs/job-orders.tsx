import { AdminTable } from "@/components/admin/admin-table";
import { Timestamp } from "@/components/ui/timestamp";
import { getWords } from "@/lib/i18n/words";
import type { OrderState } from "@/lib/operations/types";

/** What administrators ordered in the last days, and what became of it. */
export async function JobOrders({ orders }: { orders: readonly OrderState[] }) {
  const t = await getWords("admin.jobs");
  return (
    <AdminTable
      caption={t("orders")}
      heads={[
        { name: t("job"), isRowHeader: true, phone: "title" },
        { name: t("number") },
        { name: t("order") },
        { name: t("orderedAt") },
        { name: t("state"), phone: "lead" },
      ]}
      rows={orders.map(({ id, jobId, task, act, orderedAt, outcome }) => ({
        id,
        cells: [
          t.has(`names.${task}` as never) ? t(`names.${task}` as never) : task,
          <span key="n" className="id">
            {jobId}
          </span>,
          t(`act.${act}`),
          <Timestamp key="t" at={orderedAt} part="seconds" />,
          t(`outcome.${outcome ?? "waiting"}`),
        ],
      }))}
    />
  );
}
