import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Live } from "@/components/notices/live";
import { PrintButton } from "@/components/ui/print-button";
import { DecisionCard } from "@/components/restitution/decision-card";
import { DecisionForm } from "@/components/restitution/decision-form";
import { HoldSources, RestitutionSums, VictimLosses } from "@/components/restitution/source-cards";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { paths } from "@/lib/paths";
import { getRestitution } from "@/lib/restitution/queries";

/** The title names no case: tabs and histories of a browser are seen by others. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restitution"))("title") };
}

/** Giving held money back in one case: where it is, whose it is, what was decided, what has gone back. */
export default async function RestitutionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePolice();
  const { id } = await params;
  const view = z.uuid().safeParse(id).success ? await getRestitution(actor, id) : null;
  if (!view) notFound();
  const t = await getTranslations("restitution");
  const draft = view.decisions.find(({ may }) => may.edit);
  const canPropose =
    view.holds.some(({ isPayable, available }) => isPayable && available !== "0") &&
    view.victims.some(({ missed }) => missed !== "0");
  return (
    <BrowserWords names={["restitution", "errors", "money", "notices", "release.orders", "requests.status"]}>
      <Live />
      <Page
        title={t("title")}
        lead={
          <>
            <span className="num">{view.case.code}</span> · {view.case.title}. {t("lead")}
          </>
        }
        aside={
          <>
            <ButtonLink href={paths.case(view.case.id)}>{t("back")}</ButtonLink>
            <PrintButton />
          </>
        }
      >
        <div className="stack">
          <h2 className="h1 print-only">
            {t("title")} · {view.case.code}
          </h2>
          <RestitutionSums sums={view.sums} />
          <HoldSources holds={view.holds} freezes={view.freezes} />
          <VictimLosses victims={view.victims} />
          {view.decisions.map((decision) => (
            <DecisionCard key={decision.id} decision={decision} />
          ))}
          {draft ? (
            <div className="no-print">
              <DecisionForm key={draft.version} view={view} decision={draft} />
            </div>
          ) : view.mayDraft && canPropose ? (
            <div className="no-print">
              <DecisionForm view={view} />
            </div>
          ) : null}
          {view.decisions.length === 0 && !canPropose ? (
            <Empty title={t("form.nothing")}>{t("form.nothingText")}</Empty>
          ) : null}
        </div>
      </Page>
    </BrowserWords>
  );
}
