import { ChevronLeft } from "@/components/icons/chevron-left";
import type { Metadata } from "next";
import { AtRiskCard } from "@/components/league/at-risk-card";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { getWords } from "@/lib/i18n/words";
import { getAtRisk } from "@/lib/league/at-risk";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("atRisk"))("pageTitle") };
}

/** What the unit asked and will be late today at the pace of those it asked. */
export default async function AtRiskPage() {
  const actor = await requirePolice();
  const [t, risk] = await Promise.all([getWords("atRisk"), getAtRisk(actor, "unit")]);
  return (
    <Page
      title={t("pageTitle")}
      lead={
        <>
          <Link className="row g1" href={paths.requests}>
            <ChevronLeft className="i i-14" aria-hidden />
            {t("back")}
          </Link>
          {t("lead")}
        </>
      }
    >
      <AtRiskCard risk={risk} side="unit" />
    </Page>
  );
}
