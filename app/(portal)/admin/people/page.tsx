import type { Metadata } from "next";
import { PeopleSearch } from "@/components/admin/people-search";
import { PeopleTable } from "@/components/admin/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listPeople } from "@/lib/people/queries";
import { peoplePage } from "@/lib/people/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("people") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const actor = await requireAdmin();
  const [t, page] = await Promise.all([
    getWords("admin.people"),
    listPeople(actor, peoplePage.parse(await searchParams)),
  ]);
  const at = (name: string, cursor: string | null) => cursor && `${paths.adminPeople}?${name}=${cursor}`;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      aside={
        <ButtonLink look="primary" href={paths.newPerson}>
          {t("invite")}
        </ButtonLink>
      }
    >
      <PeopleSearch>
        <PeopleTable rows={page.rows} empty={t("empty")} />
        <Pager
          previous={at("before", page.previous)}
          next={at("after", page.next)}
          shown={page.rows.length}
        />
      </PeopleSearch>
    </Page>
  );
}
