import { Plus } from "@/components/icons/plus";
import { Signature } from "@/components/icons/signature";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DebtsCard } from "@/components/desk/debts-card";
import { MyCasesCard } from "@/components/desk/my-cases-card";
import { WaitingCard } from "@/components/desk/waiting-card";
import { PasteBox } from "@/components/statements/paste-box";
import { Live } from "@/components/notices/live";
import { DutyBanner } from "@/components/duty/duty-banner";
import { LazyHandoverNotes } from "@/components/handover/lazy-handover-notes";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Kbd } from "@/components/ui/kbd";
import { requireActor } from "@/lib/access/current-actor";
import { homeOf } from "@/lib/access/navigation";
import { may } from "@/lib/access/policy";
import { listMyCases } from "@/lib/cases/list";
import { getDraft } from "@/lib/drafts/queries";
import { getLanguage } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listOpenAppeals } from "@/lib/release/appeal-list";
import { listDecisionsHandedIn, listToApprove } from "@/lib/restitution/waiting";
import { getDutyAsk } from "@/lib/duty/call-queries";
import { listHandovers } from "@/lib/requests/handover/queries";
import { listMentions } from "@/lib/requests/thread/queries";
import {
  listAsked,
  listDebts,
  listDrafts,
  listHandedIn,
  listObjected,
  listProposedWaivers,
  listProposedWithdrawals,
  listReturned,
  listToAccept,
} from "@/lib/requests/police/waiting";
import { countPoliceRequests } from "@/lib/requests/police/list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The police desk: what waits for me, who owes an answer, my cases. Everybody else has his own home. */
export default async function DeskPage() {
  const actor = await requireActor();
  const home = homeOf(actor.roles);
  if (home !== paths.home) redirect(home);
  const [t, language] = await Promise.all([getTranslations("desk"), getLanguage()]);
  const isCommander = actor.roles.includes("commander");
  const [
    toAccept,
    asked,
    returned,
    objected,
    appeals,
    drafts,
    handedIn,
    proposed,
    waivers,
    toApprove,
    decisionsHandedIn,
    debts,
    cases,
    counts,
    pasted,
    left,
    mentions,
    dutyAsk,
  ] = await Promise.all([
    listToAccept(actor),
    listAsked(actor),
    listReturned(actor),
    listObjected(actor),
    listOpenAppeals(actor),
    listDrafts(actor),
    listHandedIn(actor),
    isCommander ? listProposedWithdrawals(actor) : { rows: [], total: 0 },
    isCommander ? listProposedWaivers(actor) : { rows: [], total: 0 },
    listToApprove(actor),
    listDecisionsHandedIn(actor),
    listDebts(actor),
    listMyCases(actor, language),
    isCommander ? countPoliceRequests(actor) : null,
    may(actor, "case.create") ? getDraft(actor, "statement:new") : null,
    listHandovers(actor),
    listMentions(actor),
    getDutyAsk(actor),
  ]);
  return (
    <BrowserWords
      names={["desk", "handover", "kinds", "cases", "requests", "notices", "statement", "files.refused"]}
    >
      <Live />
      <div className="page">
        <div className="row wrap between dk-head">
          <h1 className="h1">{t("title")}</h1>
          <div className="row wrap">
            {counts ? (
              <ButtonLink
                href={paths.signing}
                look={counts.signing > 0 ? "primary" : "plain"}
                icon={<Signature className="i" aria-hidden />}
              >
                {t("toSign", { count: counts.signing })}
              </ButtonLink>
            ) : null}
            {may(actor, "case.create") ? (
              <ButtonLink
                href={paths.newCase}
                look={counts?.signing ? "plain" : "primary"}
                icon={<Plus className="i" aria-hidden />}
              >
                {t("newCase")}
              </ButtonLink>
            ) : null}
          </div>
        </div>
        <DutyBanner ask={dutyAsk} />
        <LazyHandoverNotes rows={left} mentions={mentions} />
        <div className="dk">
          <WaitingCard
            waiting={{
              toSign: counts?.signing ?? 0,
              objected,
              appeals,
              toAccept,
              asked,
              returned,
              drafts,
              handedIn,
              proposed,
              waivers,
              toApprove,
              decisionsHandedIn,
            }}
          />
          <div className="stack">
            {may(actor, "case.create") ? <PasteBox keptAt={pasted?.savedAt ?? null} /> : null}
            <DebtsCard rows={debts} now={new Date().toISOString()} />
            <MyCasesCard rows={cases.rows} total={cases.total} />
            <p className="foot-note wide">
              <Kbd>/</Kbd> {t("keys")} · <Kbd>?</Kbd> {t("keysHelp")}
            </p>
          </div>
        </div>
      </div>
    </BrowserWords>
  );
}
