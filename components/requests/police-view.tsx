import { FilePen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { History } from "@/components/audit/history";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { StackedBar } from "@/components/ui/stacked-bar";
import { TimeLeft } from "@/components/ui/time-left";
import { Timestamp } from "@/components/ui/timestamp";
import { formatDate } from "@/lib/i18n/local-time";
import { getLanguage } from "@/lib/i18n/words";
import { formatVnd } from "@/lib/money/format-vnd";
import { paths } from "@/lib/paths";
import { itemPagerLinks } from "@/lib/requests/item-page";
import { detailsOf } from "@/lib/requests/kinds";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { ObjectionButton } from "@/components/authenticity/objection-dialog";
import { ObjectionList } from "@/components/authenticity/objection-list";
import { DoubtPanel } from "@/components/suspicion/doubt-panel";
import { MinutesLinks } from "@/components/letters/minutes-links";
import { CascadeButton } from "@/components/cascade/cascade-button";
import { FieldList } from "./fields/field-list";
import type { Amendments } from "@/lib/requests/amendments/types";
import type { Thread } from "@/lib/requests/thread/types";
import { AmendmentList } from "./amendments/amendment-list";
import { PoliceActs } from "./police-acts";
import { PoliceItems } from "./police-items";
import { DoubtBadge } from "@/components/suspicion/doubt-badge";
import { RequestStatusBadge } from "./request-status";
import { RerouteNotes } from "./reroute-notes";
import { ThreadSection } from "./thread/thread-section";
import { urgencyTones } from "./urgency-tones";

/** A request as its own unit sees it: what it is, how long is left, what can be done; then its answers and its order. */
export async function PoliceView({
  request,
  thread,
  amendments,
  hasMinutes,
}: {
  request: PoliceRequest;
  hasMinutes: boolean;
  thread: Thread | null;
  amendments: Amendments;
}) {
  const { id, version, offers, answered, mayRewrite, documentNumber, caseId } = request;
  const t = await getTranslations("requests");
  const kind = await getTranslations("kinds");
  const [talk, amended, handed] = await Promise.all([
    getTranslations("thread"),
    getTranslations("amendment"),
    getTranslations("handover"),
  ]);
  return (
    <>
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
            <PoliceActs request={{ id, version, offers, answered, mayRewrite, documentNumber, caseId }} />
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
          {request.chip ? (
            <TimeLeft
              {...request.chip}
              size="lg"
              rule={{ text: request.rule?.text ?? "", basis: request.rule?.basis ?? undefined }}
            />
          ) : null}
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
      <div className="cs-grid">
        <div className="stack">
          <DoubtPanel request={request} />
          <ObjectionList
            objections={request.objections}
            act={request.mayReplyObjection ? <ObjectionButton requestId={id} what="answer" /> : undefined}
          />
          <Notices request={request} />
          {request.reroutes ? (
            <RerouteNotes requestId={id} version={version} reroutes={request.reroutes} />
          ) : null}
          <ResultBar request={request} />
          <PoliceItems
            requestId={id}
            version={version}
            mayRecheck={request.mayRecheck}
            items={request.items}
            kindCode={request.kindCode}
            files={request.files}
            status={request.status}
            institutions={request.institutions}
            pager={itemPagerLinks(request.span, (page) => paths.requestItems(id, page))}
          />
          {amendments.lines.length > 0 ? (
            <Card title={amended("list")}>
              <AmendmentList requestId={id} lines={amendments.lines} mayAmend={amendments.mayAmend} />
            </Card>
          ) : null}
          {thread ? (
            <Card title={talk("title")}>
              <ThreadSection thread={thread} />
            </Card>
          ) : null}
          <OrderCard request={request} />
          <Card title={t("detail.files")}>
            <div className="stack">
              {request.mayRewrite ? <FileUploads requestId={request.id} /> : null}
              <FileList files={request.files} />
            </div>
          </Card>
        </div>
        <aside className="cs-side">
          <Card title={t("detail.history")}>
            <div className="side-scroll" tabIndex={0} role="region" aria-label={t("detail.history")}>
              <History lines={request.history} label={t("detail.history")} />
            </div>
          </Card>
        </aside>
      </div>
    </>
  );
}

async function Notices({ request }: { request: PoliceRequest }) {
  const t = await getTranslations("requests");
  return (
    <>
      {request.status === "DRAFT" && request.statedReason ? (
        <Note tone="red" title={t("detail.returned")}>
          {request.statedReason}
        </Note>
      ) : null}
      {request.status === "NOT_EXECUTED" ? (
        <Note tone="red" title={t("detail.refused")}>
          {request.refusalGround ? `${t(`grounds.${request.refusalGround as "other"}`)}. ` : ""}
          {request.statedReason}
        </Note>
      ) : null}
      {request.addresseeOnPortal ? null : <Note tone="amber">{t("detail.offPortal")}</Note>}
    </>
  );
}

/** Asked, held, moved on, cashed out: one bar and its words. */
async function ResultBar({ request }: { request: PoliceRequest }) {
  const t = await getTranslations("requests.detail");
  const language = await getLanguage();
  const asked = BigInt(request.disputedAmount);
  const parts = [
    ["held", BigInt(request.heldAmount), "f-held", "k-held"],
    ["moved", BigInt(request.movedAmount), "f-flow", "k-flow"],
    ["cashed", BigInt(request.cashedOutAmount), "f-cash", "k-cash"],
  ] as const;
  const told = parts.reduce((sum, [, amount]) => sum + amount, 0n);
  // Taken back before an answer came: there is no result to wait for.
  if (asked === 0n || !request.sentAt || (request.status === "WITHDRAWN" && told === 0n)) return null;
  const whole = told > asked ? told : asked;
  const share = (amount: bigint) => Number((amount * 10_000n) / whole) / 100;
  const rest = whole - told;
  return (
    <Card
      title={t("money")}
      aside={
        request.mayAskOn && BigInt(request.movedAmount) > 0n ? (
          <CascadeButton caseId={request.caseId} size="sm" />
        ) : undefined
      }
    >
      <StackedBar
        className="eqbar"
        label={t("axis", {
          asked: formatVnd(asked, language),
          held: formatVnd(parts[0][1], language),
          moved: formatVnd(parts[1][1], language),
          cashed: formatVnd(parts[2][1], language),
          rest: formatVnd(rest, language),
        })}
        parts={parts.map(([, amount, fill]) => ({ fill, length: share(amount) }))}
      />
      <dl className="eqs">
        <div>
          <dt>{t("asked")}</dt>
          <dd>
            <Money value={asked} figure={20} />
          </dd>
        </div>
        {parts.map(([name, amount, , key]) => (
          <div key={name}>
            <dt>
              <span className={`key ${key}`} />
              {t(name)}
            </dt>
            <dd>
              <Money value={amount} figure={20} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("rest")}</dt>
          <dd>
            <Money value={rest} figure={20} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

/** Requests that came from this one or that it came from, and how. */
async function Links({ links }: { links: PoliceRequest["links"] }) {
  const t = await getTranslations("answers.link");
  return (
    <ul className="stack-1">
      {links.map(({ id, code, link, isEarlier, addressee, status }) => (
        <li key={id} className="row wrap">
          <Link className="num" href={paths.request(id)}>
            {code}
          </Link>
          <span>{t(link === "pair" ? "pair" : isEarlier ? "from" : "to", { org: addressee })}</span>
          <RequestStatusBadge status={status} />
        </li>
      ))}
    </ul>
  );
}

async function OrderCard({ request }: { request: PoliceRequest }) {
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
            value: request.links.length > 0 ? <Links links={request.links} /> : null,
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
