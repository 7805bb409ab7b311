import { ChevronLeft } from "@/components/icons/chevron-left";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Method } from "@/components/league/method";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("league"))("methodTitle") };
}

/** How the figures of answers are made, for everybody who reads any of them. */
export default async function LeagueMethodPage() {
  const actor = await requireActor();
  if (!may(actor, "figures.read") && !may(actor, "figures.own")) notFound();
  const [t, own] = await Promise.all([getWords("league"), getWords("ownFigures")]);
  const reads = may(actor, "figures.read");
  return (
    <Page
      title={t("methodTitle")}
      lead={
        <>
          <Link className="row g1" href={reads ? paths.league : paths.ownFigures}>
            <ChevronLeft className="i i-14" aria-hidden />
            {reads ? t("back") : own("toFigures")}
          </Link>
          {t("methodLead")}
        </>
      }
    >
      <Card>
        <Method />
      </Card>
    </Page>
  );
}
