import { Expand } from "@/components/icons/expand";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { TrailLayout } from "@/lib/money/trail/layout";
import type { TrailView } from "@/lib/money/trail/types";
import { paths } from "@/lib/paths";
import { CascadeButton } from "@/components/cascade/cascade-button";
import { TrailNext } from "./trail-next";
import { TrailScreen } from "./trail-screen";

/** The money trail among the other parts of its case. The words `trail` are sent by the page. */
export async function TrailCard({ view, layout }: { view: TrailView; layout: TrailLayout }) {
  const t = await getTranslations("trail");
  return (
    <Card
      flush
      title={t("title")}
      aside={
        <ButtonLink
          href={paths.trail(view.caseId)}
          size="sm"
          className="no-print"
          icon={<Expand className="i" aria-hidden />}
        >
          {t("openWhole")}
        </ButtonLink>
      }
      footer={
        view.next.length > 0 ? (
          <TrailNext view={view}>
            {view.mayDraft ? <CascadeButton caseId={view.caseId} size="sm" /> : null}
          </TrailNext>
        ) : null
      }
    >
      <TrailScreen view={view} layout={layout} />
    </Card>
  );
}
