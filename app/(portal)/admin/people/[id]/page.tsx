import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { AddMembershipForm, MembershipActs } from "@/components/admin/membership-forms";
import { PersonStateBadge } from "@/components/admin/people-table";
import { PersonActs } from "@/components/admin/person-forms";
import { SubjectHistory } from "@/components/admin/subject-history";
import { ValidDays } from "@/components/admin/valid-days";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Timestamp } from "@/components/ui/timestamp";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";
import { isUuid } from "@/lib/organisations/edge-id";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  // The title of a tab outlives the page in the browser's history: it names no person.
  return { title: (await getWords("admin.person"))("tab") };
}

export default async function PersonPage({ params }: PageProps<"/admin/people/[id]">) {
  const actor = await requireAdmin();
  const { id } = await params;
  const found = isUuid(id) ? await getPerson(actor, id) : null;
  if (!found) notFound();
  const [t, a, r] = await Promise.all([getWords("admin.person"), getWords("admin"), getWords("roles")]);
  const { person, acts } = found;
  return (
    <Page title={person.fullName} lead={person.rank} aside={<PersonStateBadge state={person.state} />}>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <div className="stack">
          <PersonActs person={person} />
          {person.isSelf ? <Note tone="blue">{t("self")}</Note> : null}
          <Card
            title={t("memberships")}
            aside={person.isSelf ? null : <AddMembershipForm personId={person.id} />}
          >
            {person.memberships.length === 0 ? <p className="t13 mut">{t("noMemberships")}</p> : null}
            <ul className="stack">
              {person.memberships.map((membership) => (
                <li key={membership.id} className="stack-2">
                  <div className="row wrap between">
                    <Link className="fw6" href={paths.adminOrganisation(membership.organisationId)}>
                      {membership.organisation}
                    </Link>
                    <ValidDays from={membership.validFrom} to={membership.validTo} />
                  </div>
                  <div className="t13">
                    {membership.roles.map((role) => r(role)).join(", ")}
                    {membership.title ? <span className="mut"> · {membership.title}</span> : null}
                    {membership.signerTitle ? (
                      <div className="mut">
                        {a(`signer.${membership.signerTitle}` as "signer.head_of_investigation_agency")}
                      </div>
                    ) : null}
                  </div>
                  {membership.isOver || person.isSelf ? null : <MembershipActs membership={membership} />}
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div className="stack">
          <Card title={t("access")}>
            <DefinitionList
              pairs={[
                { name: t("email"), value: <span className="break-all">{person.email}</span> },
                { name: t("created"), value: <Timestamp at={person.createdAt} /> },
                {
                  name: t("invitedUntil"),
                  value:
                    person.invitedUntil && !person.hasPassword ? (
                      <Timestamp at={person.invitedUntil} />
                    ) : null,
                },
                {
                  name: t("password"),
                  value: person.hasPassword
                    ? t("isSet")
                    : person.invitedUntil
                      ? t("invited")
                      : t("inviteOver"),
                },
                {
                  name: t("secondFactor"),
                  value: person.hasPassword ? t(person.hasSecondFactor ? "isSet" : "notSet") : null,
                },
                { name: t("openSessions"), value: <span className="num">{person.sessions}</span> },
                {
                  name: t("suspendedAt"),
                  value: person.suspendedAt ? <Timestamp at={person.suspendedAt} /> : null,
                },
              ]}
            />
          </Card>
          <SubjectHistory acts={acts} />
        </div>
      </div>
    </Page>
  );
}
