import { FilePen } from "@/components/icons/file-pen";
import { FilePlus2 } from "@/components/icons/file-plus-2";
import { getTranslations } from "next-intl/server";
import { MinutesLinks } from "@/components/letters/minutes-links";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { Amendments } from "@/lib/requests/amendments/types";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { DeadlineActs } from "./deadline/deadline-acts";
import { PoliceActs } from "./police-acts";
import { RemindButton } from "./remind-button";
import { ClockChip } from "./clock-chip";
import { RequestStatusBadge } from "./request-status";
import { urgencyTones } from "./urgency-tones";

/** What a request is, how long is left and what its unit may do now. */
export async function PoliceHead({
  request,
  amendments,
  hasMinutes,
}: {
  request: PoliceRequest;
  amendments: Amendments;
  hasMinutes: boolean;
}) {
  const { id, code, version, offers, answered, mayRewrite } = request;
  const { documentNumber, caseId, handedInWith, withdrawal } = request;
  // Only what the acts ask travels to the browser.
  const asked = { id, code, version, offers, answered, mayRewrite };
  const [t, kind, amended, handed] = await Promise.all([
    getTranslations("requests"),
    getTranslations("kinds"),
    getTranslations("amendment"),
    getTranslations("handover"),
  ]);
  return (
    <header className="cs-head cs-head-end">
      <nav className="t13 mut crumbs">
        <Link href={paths.requests}>{t("title")}</Link> /{" "}
        <Link href={paths.case(request.caseId)}>{request.caseTitle}</Link>
      </nav>
      <div className="row wrap between">
        <h1 className="h1">
          {kind(request.kindCode as "ACCOUNT_SUSPEND")}, {request.addressee}
        </h1>
        <div className="row wrap no-print">
          {hasMinutes ? <MinutesLinks id={id} /> : null}
          {request.mayRemind ? (
            <RemindButton request={{ id, version, code: request.code, addressee: request.addressee }} />
          ) : null}
          <PoliceActs request={{ ...asked, documentNumber, caseId, handedInWith, withdrawal }} />
          <DeadlineActs
            request={{ id, version }}
            deadline={{
              due: request.deadline.due,
              latest: request.deadline.latest,
              mayProposeWaiver: request.deadline.mayProposeWaiver,
            }}
          />
          {request.mayDraftAgain ? (
            <ButtonLink
              href={paths.newRequestFrom(caseId, id)}
              icon={<FilePlus2 className="i" aria-hidden />}
            >
              {t("form.again")}
            </ButtonLink>
          ) : null}
          {amendments.mayAmend ? (
            <ButtonLink href={paths.amendRequest(id)} icon={<FilePen className="i" aria-hidden />}>
              {amended("amend")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <div className="row wrap ident">
        <Identifier value={request.code} display={request.code} copy />
        <RequestStatusBadge status={request.status} />
        <DoubtBadge doubt={request.doubt} />
        {request.urgency === "normal" ? null : (
          <Badge tone={urgencyTones[request.urgency]}>{t(`urgency.${request.urgency}`)}</Badge>
        )}
        {request.clock.state === "unsent" ? null : (
          <ClockChip
            clock={request.clock}
            size="lg"
            rule={{ text: request.rule?.text ?? "", basis: request.rule?.basis ?? undefined }}
          />
        )}
        <span className="sep" />
        <span>{t("answeredOf", { answered: request.answeredCount, count: request.itemCount })}</span>
        <span className="sep" />
        <span>
          {t("detail.drafter")} <b>{request.drafter}</b>
        </span>
        {request.officer === undefined ? null : (
          <>
            <span className="sep" />
            <span>
              {handed("holder")} <b>{request.officer ?? handed("nobody")}</b>
            </span>
          </>
        )}
      </div>
    </header>
  );
}
