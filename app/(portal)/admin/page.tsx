import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { SubjectHistory } from "@/components/admin/subject-history";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { ScannerCard } from "@/components/admin/scanner-card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { listOwnActs } from "@/lib/people/overview-queries";
import { scannerState } from "@/lib/files/scan/scanner";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { documentNumbers } from "@/lib/reference/document-queries";
import { countToConfirm } from "@/lib/reference/waiting-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin"))("title") };
}

export default async function AdminPage() {
  const actor = await requireAdmin();
  const [t, open, overview, numbers] = await Promise.all([
    getWords("admin.overview"),
    countToConfirm(actor),
    listOwnActs(actor),
    documentNumbers(actor),
  ]);
  const waiting = [
    { href: `${paths.adminRequestKinds}?state=open`, name: t("kinds"), count: open.kinds },
    { href: `${paths.adminDeadlines}?state=open`, name: t("limits"), count: open.limits },
    { href: `${paths.adminLegalBases}?state=open`, name: t("documents"), count: open.documents },
    {
      href: open.holidayYear ? `${paths.adminCalendars}?year=${open.holidayYear}` : paths.adminCalendars,
      name: t("holidays"),
      count: open.holidays,
    },
    { href: paths.adminLadder, name: t("steps"), count: open.steps },
    { href: `${paths.adminOrganisations}?state=open`, name: t("organisations"), count: open.organisations },
  ];
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-4 lg:grid-cols-2 items-start">
        <div className="stack">
          <Card title={t("toConfirm")} flush>
            <table className="table">
              <caption className="vh">{t("toConfirm")}</caption>
              <tbody>
                {waiting.map(({ href, name, count }) => (
                  <tr key={href}>
                    <th scope="row">
                      <Link href={href}>{name}</Link>
                    </th>
                    <td className="r num">{count > 99 ? "99+" : count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
          <Card title={t("people")} flush>
            <table className="table">
              <caption className="vh">{t("people")}</caption>
              <tbody>
                <tr>
                  <th scope="row">
                    <Link href={paths.adminPeople}>{t("persons")}</Link>
                  </th>
                  <td className="r num">{overview.persons > 99 ? "99+" : overview.persons}</td>
                </tr>
                <tr>
                  <th scope="row">{t("suspended")}</th>
                  <td className="r num">{overview.suspended > 99 ? "99+" : overview.suspended}</td>
                </tr>
              </tbody>
            </table>
          </Card>
          <ScannerCard state={await scannerState()} />
          <Note tone="blue">{t("noCases")}</Note>
        </div>
        <SubjectHistory acts={overview.acts} numbers={numbers} />
      </div>
    </Page>
  );
}
