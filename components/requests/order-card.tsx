import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Timestamp } from "@/components/ui/timestamp";
import { formatDate } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { detailsOf } from "@/lib/requests/kinds";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { FieldList } from "./fields/field-list";
import { LinkedList } from "./linked-list";

/** The order itself as its unit reads it: on what grounds, who signed it, when it went its way. */
export async function OrderCard({ request }: { request: PoliceRequest }) {
  const t = await getTranslations("requests");
  const authenticity = await getTranslations("authenticity");
  const answers = await getTranslations("answers");
  const at = (instant: string | null) => (instant ? <Timestamp at={instant} /> : null);
  return (
    <Card title={t("columns.request")}>
      <DefinitionList
        pairs={[
          {
            name: t("detail.case"),
            value: <Link href={paths.case(request.caseId)}>{request.caseCode}</Link>,
          },
          { name: t("detail.grounds"), value: <span className="prose">{request.grounds}</span> },
          {
            name: t("detail.bases"),
            value: (
              <ul className="stack-1">
                {request.legalBases.map((basis) => (
                  <li key={basis.id}>{basis.cited}</li>
                ))}
              </ul>
            ),
          },
          {
            name: answers("details"),
            value:
              detailsOf(request.kindCode).request.length > 0 ? (
                <FieldList fields={detailsOf(request.kindCode).request} told={request.details} />
              ) : null,
          },
          { name: t("detail.disclosure"), value: request.disclosure },
          {
            name: t("detail.parent"),
            value: request.parent ? (
              <Link href={paths.request(request.parent.id)}>{request.parent.code}</Link>
            ) : null,
          },
          {
            name: answers("links"),
            value: request.links.length > 0 ? <LinkedList links={request.links} /> : null,
          },
          {
            name: t("detail.document"),
            value: request.documentNumber
              ? t("detail.documentOf", {
                  number: request.documentNumber,
                  date: request.documentDate ? formatDate(request.documentDate) : "",
                })
              : null,
          },
          { name: t("detail.signer"), value: request.signer },
          {
            name: t("detail.hash"),
            value: request.contentHash ? (
              <Identifier value={request.contentHash} display={`${request.contentHash.slice(0, 16)}…`} copy />
            ) : null,
          },
          { name: t("detail.assignee"), value: request.assignee },
          {
            name: t("detail.phone"),
            value: request.addresseeDutyPhone ? (
              <span className="num">{request.addresseeDutyPhone}</span>
            ) : null,
          },
          { name: authenticity("notified.atPolice"), value: at(request.notifiedAt) },
          { name: t("detail.sentAt"), value: at(request.sentAt) },
          { name: t("detail.openedAt"), value: at(request.openedAt) },
          { name: t("detail.acknowledgedAt"), value: at(request.acknowledgedAt) },
          { name: t("detail.answeredAt"), value: at(request.answeredAt) },
        ]}
      />
    </Card>
  );
}
