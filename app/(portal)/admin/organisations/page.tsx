import type { Metadata } from "next";
import { Building2 } from "@/components/icons/building-2";
import { AdminTable } from "@/components/admin/admin-table";
import { ListFilter } from "@/components/admin/list-filter";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";
import { organisationKinds } from "@/lib/organisations/kind-list";
import { listOrganisations, listProvinces } from "@/lib/organisations/queries";
import { organisationFilter } from "@/lib/organisations/schema";
import { formatDate } from "@/lib/i18n/local-time";
import { startOf } from "@/lib/local-days";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("organisations") };
}

export default async function OrganisationsPage({ searchParams }: PageProps<"/admin/organisations">) {
  const actor = await requireAdmin();
  const filter = organisationFilter.parse(await searchParams);
  const [t, o, a, page, provinces] = await Promise.all([
    getWords("admin.organisations"),
    getWords("admin.organisation"),
    getWords("admin"),
    listOrganisations(actor, filter),
    listProvinces(actor),
  ]);
  const kept = Object.entries({
    q: filter.q,
    kind: filter.kind,
    province: filter.province,
    portal: filter.portal,
    state: filter.state,
  }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const at = (name: string, cursor: string | null) =>
    cursor && `${paths.adminOrganisations}?${new URLSearchParams([...kept, [name, cursor]]).toString()}`;
  return (
    <Page
      title={a("tabs.organisations")}
      lead={t("lead")}
      aside={
        <ButtonLink look="primary" href={paths.newOrganisation}>
          {t("new")}
        </ButtonLink>
      }
    >
      <div className="stack">
        <ListFilter
          path={paths.adminOrganisations}
          search={{ name: "q", label: t("search"), value: filter.q }}
          selects={[
            {
              name: "kind",
              label: t("kind"),
              value: filter.kind ?? "",
              placeholder: t("anyKind"),
              choices: organisationKinds.map((kind) => ({ value: kind, label: a(`kind.${kind}`) })),
            },
            {
              name: "province",
              label: t("province"),
              value: filter.province ?? "",
              placeholder: t("anyProvince"),
              choices: provinces.map(({ code, name }) => ({ value: code, label: name })),
            },
            {
              name: "portal",
              label: t("portal"),
              value: filter.portal ?? "",
              placeholder: t("anyPortal"),
              choices: [
                { value: "yes", label: t("onPortal") },
                { value: "no", label: t("byLetter") },
              ],
            },
            {
              name: "state",
              label: t("state"),
              value: filter.state ?? "",
              placeholder: a("waiting.all"),
              choices: [{ value: "open", label: a("waiting.open") }],
            },
          ]}
          submit={t("filter")}
        />
        <AdminTable
          caption={t("caption")}
          heads={[
            { name: t("name"), isRowHeader: true, phone: "title" },
            { name: t("kind"), phone: "lead" },
            { name: t("under") },
            { name: t("members"), align: "right", phone: "hide" },
            { name: t("portal"), phone: "hide" },
          ]}
          rows={page.rows.map((row) => ({
            id: row.id,
            cells: [
              <div key="n">
                <RowLink href={paths.adminOrganisation(row.id)}>{row.shortName}</RowLink>
                <div className="t12 mut">{row.name}</div>
                {row.validTo ? (
                  <Badge tone="grey">{o("endsAt", { day: formatDate(startOf(row.validTo)) })}</Badge>
                ) : null}
              </div>,
              <span key="k">
                {a(`kind.${row.kind}`)}
                {row.provinceName ? <span className="mut"> {row.provinceName}</span> : null}
              </span>,
              row.parentName ?? "",
              <span key="m" className="num">
                {row.members}
              </span>,
              row.onPortal ? t("onPortal") : t("byLetter"),
            ],
          }))}
          empty={
            <Empty icon={<Building2 className="i i-20" aria-hidden />} title={t("empty")}>
              {t("emptyHint")}
            </Empty>
          }
        />
        <Pager
          previous={at("before", page.previous)}
          next={at("after", page.next)}
          shown={page.rows.length}
        />
      </div>
    </Page>
  );
}
