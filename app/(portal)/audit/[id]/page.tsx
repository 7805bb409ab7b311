import { ChevronLeft } from "@/components/icons/chevron-left";
import { Link2 } from "@/components/icons/link-2";
import { Lock } from "@/components/icons/lock";
import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { EventFacts } from "@/components/audit/event-facts";
import { capitalised } from "@/components/audit/event-words";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Page } from "@/components/ui/page";
import { Timestamp } from "@/components/ui/timestamp";
import { requireActor } from "@/lib/access/current-actor";
import { getEvent } from "@/lib/audit/queries";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { documentNumbers } from "@/lib/reference/document-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("audit"))("detail.title") };
}

export default async function AuditEventPage({ params }: PageProps<"/audit/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  const [t, words, event] = await Promise.all([
    getWords("audit"),
    getWords("events"),
    z.uuid().safeParse(id).success ? getEvent(actor, id) : null,
  ]);
  if (!event) notFound();
  const numbers = await documentNumbers(actor);
  return (
    <>
      <Page
        title={words.has(event.type) ? capitalised(words(event.type)) : event.type}
        lead={
          <Link className="row g1" href={paths.audit}>
            <ChevronLeft className="i i-14" aria-hidden />
            {t("detail.back")}
          </Link>
        }
        aside={
          event.restricted ? (
            <Badge tone="amber" icon={<Lock className="i" aria-hidden />}>
              {t("detail.restricted")}
            </Badge>
          ) : null
        }
      >
        <div className="audit-grid">
          <Card title={t("detail.what")}>
            <DefinitionList
              pairs={[
                { name: t("list.at"), value: <Timestamp at={event.at} part="seconds" /> },
                {
                  name: t("list.actor"),
                  value: event.actorId ? (
                    <Link href={`${paths.audit}?actor=${event.actorId}`}>{event.actor}</Link>
                  ) : (
                    t("list.clock")
                  ),
                },
                {
                  name: t("list.organisation"),
                  value: event.organisationId ? (
                    <Link href={`${paths.audit}?organisation=${event.organisationId}`}>
                      {event.organisation}
                    </Link>
                  ) : (
                    event.organisation
                  ),
                },
                {
                  name: t("list.about"),
                  value: event.code ? (
                    <Link className="id" href={`${paths.audit}?code=${event.code}`}>
                      {event.code}
                    </Link>
                  ) : null,
                },
                { name: t("detail.addressee"), value: event.addressee },
              ]}
            />
            <EventFacts event={event} numbers={numbers} />
          </Card>
          <Card title={t("detail.chain")} aside={<Link2 className="i dim" aria-hidden />}>
            <DefinitionList
              pairs={[
                { name: t("detail.seq"), value: <span className="num">{event.seq}</span> },
                {
                  name: t("detail.prevHash"),
                  value: <span className="id audit-hash">{event.prevHash}</span>,
                },
                { name: t("detail.hash"), value: <span className="id audit-hash">{event.hash}</span> },
                { name: t("detail.type"), value: <span className="id">{event.type}</span> },
              ]}
            />
          </Card>
        </div>
      </Page>
    </>
  );
}
