"use client";

import { useTranslations } from "next-intl";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { TimeLeft } from "@/components/ui/time-left";
import { paths } from "@/lib/paths";
import type { PoliceRequestRow } from "@/lib/requests/types-police";
import { RequestStatusBadge } from "./request-status";

const column = columnsOf<PoliceRequestRow>();

function Head({ name }: { name: "time" | "addressee" | "request" | "case" | "amount" | "status" }) {
  return useTranslations("requests.columns")(name);
}

function Time({ row }: { row: PoliceRequestRow }) {
  const t = useTranslations("requests");
  return row.chip ? <TimeLeft {...row.chip} /> : <span className="t12 dim">{t("notSent")}</span>;
}

function About({ row }: { row: PoliceRequestRow }) {
  const t = useTranslations("requests");
  const kind = useTranslations("kinds");
  return (
    <>
      <span>{kind(row.kindCode as "ACCOUNT_SUSPEND")}</span>
      <span className="sub">
        {row.itemCount === 1 && row.firstTarget ? (
          <span className="id">{row.firstTarget}</span>
        ) : (
          t("items", { count: row.itemCount })
        )}
        {row.urgency === "normal" ? null : ` · ${t(`urgency.${row.urgency}`)}`}
      </span>
    </>
  );
}

function Amount({ row }: { row: PoliceRequestRow }) {
  const t = useTranslations("requests");
  if (row.disputedAmount === "0") return <span className="dim">{t("noAmount")}</span>;
  return (
    <>
      <Money value={row.disputedAmount} />
      {row.heldAmount === "0" ? null : (
        <span className="sub c-green">
          {t.rich("heldOf", { amount: () => <Money value={row.heldAmount} /> })}
        </span>
      )}
    </>
  );
}

function Status({ row }: { row: PoliceRequestRow }) {
  const t = useTranslations("requests");
  return (
    <>
      <RequestStatusBadge status={row.status} />
      {row.status === "PARTLY_ANSWERED" ? (
        <span className="sub">{t("answeredOf", { answered: row.answeredCount, count: row.itemCount })}</span>
      ) : null}
    </>
  );
}

const time = column.display({
  id: "time",
  header: () => <Head name="time" />,
  cell: ({ row }) => <Time row={row.original} />,
  meta: { phone: "lead", className: "w-36" },
});
const addressee = column.accessor("addressee", {
  header: () => <Head name="addressee" />,
  cell: ({ row, getValue }) => (
    <>
      <RowLink href={paths.request(row.original.id)}>{getValue()}</RowLink>
      <span className="sub">
        <Identifier value={row.original.code} display={row.original.code} />
      </span>
    </>
  ),
  meta: { isRowHeader: true, phone: "title" },
});
const request = column.display({
  id: "request",
  header: () => <Head name="request" />,
  cell: ({ row }) => <About row={row.original} />,
});
const owner = column.accessor("caseTitle", {
  header: () => <Head name="case" />,
  cell: ({ row, getValue }) => (
    <>
      <span className="block trunc max-w-64" title={getValue()}>
        {getValue()}
      </span>
      <span className="sub id">{row.original.caseCode}</span>
    </>
  ),
  meta: { phone: "hide" },
});
const amount = column.accessor("disputedAmount", {
  header: () => <Head name="amount" />,
  cell: ({ row }) => <Amount row={row.original} />,
  meta: { align: "right", phone: "figure" },
});
const status = column.accessor("status", {
  header: () => <Head name="status" />,
  cell: ({ row }) => <Status row={row.original} />,
  meta: { phone: "aside" },
});

const ofUnit = [time, addressee, request, owner, amount, status];
const ofCase = [time, addressee, request, amount, status];

const markOf = ({ chip }: PoliceRequestRow, now: number) =>
  chip?.state === "running" && Date.parse(chip.dueAt) < now ? ("late" as const) : undefined;

/** Requests with how long is left. `now` is the server's instant, so that the mark and the chip agree at first sight. */
export function PoliceRequestTable({
  rows,
  caption,
  now,
  inCase = false,
}: {
  rows: readonly PoliceRequestRow[];
  caption: string;
  now: string;
  inCase?: boolean;
}) {
  const at = Date.parse(now);
  return (
    <DataTable
      caption={caption}
      columns={inCase ? ofCase : ofUnit}
      rows={rows}
      rowId={({ id }) => id}
      rowMark={(row) => markOf(row, at)}
      twoLines
    />
  );
}
