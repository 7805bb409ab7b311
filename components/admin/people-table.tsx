"use client";

import { CircleCheck } from "@/components/icons/circle-check";
import { CircleSlash } from "@/components/icons/circle-slash";
import { Lock } from "@/components/icons/lock";
import { MailOpen } from "@/components/icons/mail-open";
import { useTranslations } from "next-intl";
import { columnsOf, DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { StatusBadge, type StatusLook } from "@/components/ui/status-badge";
import type { PersonRow, PersonState } from "@/lib/people/types";
import { paths } from "@/lib/paths";

const looks: Record<PersonState, StatusLook> = {
  active: { tone: "green", icon: CircleCheck },
  invited: { tone: "blue", icon: MailOpen },
  noAccess: { tone: "amber", icon: CircleSlash },
  suspended: { tone: "red", icon: Lock },
};

/** How a person stands at the door. words: admin.state.* */
export function PersonStateBadge({ state }: { state: PersonState }) {
  const t = useTranslations("admin.state");
  return <StatusBadge look={looks[state]} word={t(state)} />;
}

function Memberships({ row }: { row: PersonRow }) {
  const t = useTranslations();
  // words: roles.*
  if (row.memberships.length === 0) return <span className="mut">{t("admin.people.noMembership")}</span>;
  return (
    <>
      {row.memberships.map(({ organisation, roles }) => (
        <div key={organisation}>
          {organisation} <span className="mut t13">{roles.map((role) => t(`roles.${role}`)).join(", ")}</span>
        </div>
      ))}
    </>
  );
}

function Head({ name }: { name: "name" | "email" | "memberships" | "state" }) {
  return useTranslations("admin.people.column")(name);
}

const column = columnsOf<PersonRow>();
const columns = column.columns([
  column.display({
    id: "name",
    header: () => <Head name="name" />,
    cell: ({ row }) => (
      <RowLink href={paths.adminPerson(row.original.id)}>
        {row.original.fullName}
        {row.original.rank ? <span className="mut font-normal"> {row.original.rank}</span> : null}
      </RowLink>
    ),
    meta: { isRowHeader: true, phone: "title" },
  }),
  column.display({
    id: "memberships",
    header: () => <Head name="memberships" />,
    cell: ({ row }) => <Memberships row={row.original} />,
  }),
  column.display({
    id: "email",
    header: () => <Head name="email" />,
    cell: ({ row }) => <span className="t13 break-all">{row.original.email}</span>,
  }),
  column.display({
    id: "state",
    header: () => <Head name="state" />,
    cell: ({ row }) => <PersonStateBadge state={row.original.state} />,
    meta: { phone: "lead" },
  }),
]);

/** People with what they are and how they stand at the door. */
export function PeopleTable({ rows, empty }: { rows: readonly PersonRow[]; empty: string }) {
  const t = useTranslations("admin.people");
  if (rows.length === 0) return <Empty title={empty} />;
  return (
    <div className="card clip">
      <DataTable caption={t("caption")} columns={columns} rows={rows} rowId={({ id }) => id} twoLines />
    </div>
  );
}
