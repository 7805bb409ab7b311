import { Ban } from "@/components/icons/ban";
import { Clock } from "@/components/icons/clock";
import { GitCompareArrows } from "@/components/icons/git-compare-arrows";
import { SearchX } from "@/components/icons/search-x";
import { ServerCrash } from "@/components/icons/server-crash";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { supportCode } from "./support-code";

const icons = { 403: Ban, 404: SearchX, 409: GitCompareArrows, 429: Clock, 503: ServerCrash } as const;
export type ProblemStatus = keyof typeof icons;

/**
 * A whole page that says what is wrong and what to do next, with the code to read to support. Every page of the portal carries
 * it along, so it needs no script: a plain link, which also starts the application anew.
 */
export async function ProblemPage({ status, back = "/" }: { status: ProblemStatus; back?: string }) {
  const t = await getTranslations(`problems.pages.${status}`);
  const common = await getTranslations("problems.pages");
  const correlationId = (await headers()).get("x-correlation-id");
  const Icon = icons[status];
  return (
    <main className="door" id="main">
      <div className="card empty">
        <Icon className="i i-24" aria-hidden />
        <h1 className="h2">{t("title")}</h1>
        <p className="t14 mut">{t("text")}</p>
        {correlationId ? (
          <p className="t12 dim">
            {common.rich("code", {
              code: () => <span className="id">{supportCode(correlationId)}</span>,
            })}
          </p>
        ) : null}
        <a className="btn btn-sm" href={back}>
          {common("back")}
        </a>
      </div>
    </main>
  );
}
