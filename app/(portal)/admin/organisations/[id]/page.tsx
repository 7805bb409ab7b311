import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { ConfirmForm } from "@/components/admin/confirm-form";
import { ConfirmState } from "@/components/admin/confirm-state";
import { ChangeOrganisationForm, MoveOrganisationForm } from "@/components/admin/organisation-forms";
import { SubjectHistory } from "@/components/admin/subject-history";
import { ValidDays } from "@/components/admin/valid-days";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayOf } from "@/lib/day";
import { formatDate } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { startOf } from "@/lib/local-days";
import { isUuid } from "@/lib/organisations/edge-id";
import { getOrganisation } from "@/lib/organisations/queries";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.organisation"))("tab") };
}

export default async function OrganisationPage({ params }: PageProps<"/admin/organisations/[id]">) {
  const actor = await requireAdmin();
  const { id } = await params;
  const found = isUuid(id) ? await getOrganisation(actor, id) : null;
  if (!found) notFound();
  const [t, a, r] = await Promise.all([getWords("admin.organisation"), getWords("admin"), getWords("roles")]);
  const { organisation, acts } = found;
  const {
    kind,
    level,
    provinceName,
    specialisedCyber,
    code,
    parents,
    children,
    members,
    verify,
    version,
    source,
    validTo,
  } = organisation;
  return (
    <Page
      title={organisation.shortName}
      lead={organisation.name}
      aside={
        <>
          {validTo ? <Badge tone="grey">{t("endsAt", { day: formatDate(startOf(validTo)) })}</Badge> : null}
          <ConfirmState verify={verify} />
          {verify ? <ConfirmForm of="organisation" id={id} version={version} source={source} /> : null}
          <MoveOrganisationForm organisation={organisation} today={dayOf(new Date())} />
        </>
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={t("details")}>
          <ChangeOrganisationForm organisation={organisation} />
        </Card>
        <div className="stack">
          <Card title={t("register")}>
            <DefinitionList
              pairs={[
                { name: t("code"), value: <span className="mono">{code}</span> },
                { name: t("kind"), value: a(`kind.${kind}`) },
                { name: t("level"), value: level && a(`level.${level}`) },
                { name: t("province"), value: provinceName },
                { name: t("force"), value: specialisedCyber ? t("yes") : null },
              ]}
            />
          </Card>
          <Card title={t("parents")}>
            {parents.length === 0 ? <p className="t13 mut">{t("noParents")}</p> : null}
            <ul className="stack-2">
              {parents.map((place) => (
                <li key={place.id} className="row wrap between t13">
                  <Link href={paths.adminOrganisation(place.organisationId)}>{place.name}</Link>
                  <ValidDays from={place.validFrom} to={place.validTo} />
                </li>
              ))}
            </ul>
          </Card>
          {children.length > 0 ? (
            <Card title={t("children")}>
              <ul className="stack-2">
                {children.map((place) => (
                  <li key={place.id} className="row wrap between t13">
                    <Link href={paths.adminOrganisation(place.organisationId)}>{place.name}</Link>
                    <ValidDays from={place.validFrom} to={place.validTo} />
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {members.length > 0 ? (
            <Card title={t("members")}>
              <ul className="stack-2">
                {members.map(({ id: membershipId, personId, name, roles }) => (
                  <li key={membershipId} className="row wrap between t13">
                    <Link href={paths.adminPerson(personId)}>{name}</Link>
                    <span className="mut">{roles.map((role) => r(role)).join(", ")}</span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <SubjectHistory acts={acts} />
        </div>
      </div>
    </Page>
  );
}
