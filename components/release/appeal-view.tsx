import { getTranslations } from "next-intl/server";
import { History } from "@/components/audit/history";
import { FileList } from "@/components/files/file-list";
import { FileUploads } from "@/components/files/file-uploads";
import { RequestStatusBadge } from "@/components/requests/request-status";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { formatDate } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { AppealDetail } from "@/lib/release/types";

/** One appeal: who asks what, about which hold, what was answered. The desk that handed it in sees no case and no history. */
export async function AppealView({ appeal }: { appeal: AppealDetail }) {
  const t = await getTranslations("appeals");
  const kinds = await getTranslations("kinds");
  const held = await getTranslations("release");
  const { hold } = appeal;
  return (
    <div className="cs-grid">
      <div className="stack">
        {appeal.case && appeal.owedBy.length > 0 ? (
          <Note tone="amber" title={t("detail.owed")}>
            {t("detail.owedText", {
              numbers: appeal.owedBy
                .map(({ documentNumber }) => documentNumber ?? t("detail.owedDraft"))
                .join(", "),
            })}{" "}
            <Link href={paths.restitution(appeal.case.id)}>{t("detail.owedOpen")}</Link>
          </Note>
        ) : null}
        {appeal.answer ? (
          <Card
            title={t("detail.decision")}
            aside={
              appeal.documentNumber ? (
                <ButtonLink size="sm" href={paths.appealLetter(appeal.id)}>
                  {t("detail.letter")}
                </ButtonLink>
              ) : null
            }
          >
            <div className="stack-2">
              <DefinitionList
                pairs={[
                  { name: t("detail.number"), value: appeal.documentNumber },
                  {
                    name: t("detail.ground"),
                    value: appeal.ground ? t(`ground.${appeal.ground as "other"}`) : null,
                  },
                  { name: t("detail.decidedBy"), value: appeal.decidedBy },
                  { name: t("detail.withdrawalLetter"), value: appeal.withdrawalLetter },
                ]}
              />
              <p className="pre">{appeal.answer}</p>
            </div>
          </Card>
        ) : null}
        {appeal.status === "UPHELD" && !appeal.isDesk ? (
          <Card title={t("detail.release")}>
            {appeal.release ? (
              <p className="row wrap">
                <Link href={paths.request(appeal.release.id)} className="num">
                  {appeal.release.code}
                </Link>
                <RequestStatusBadge status={appeal.release.status} />
              </p>
            ) : (
              <Note tone="amber">{t("detail.noRelease")}</Note>
            )}
          </Card>
        ) : null}
        <Card title={t("detail.content")}>
          <p className="pre">{appeal.content}</p>
        </Card>
        <Card title={t("detail.files")}>
          <div className="stack">
            {appeal.may.addFile ? <FileUploads appealId={appeal.id} /> : null}
            <FileList files={appeal.files} />
          </div>
        </Card>
      </div>
      <aside className="cs-side stack">
        <Card title={t("detail.who")}>
          <DefinitionList
            pairs={[
              { name: t("detail.appellant"), value: appeal.appellant },
              { name: t("detail.contact"), value: appeal.contact },
              { name: t("detail.channel"), value: t(`channel.${appeal.channel as "counter"}`) },
              { name: t("detail.intake"), value: appeal.intake },
              { name: t("detail.receivedAt"), value: <Timestamp at={appeal.receivedAt} /> },
              { name: t("detail.receivedBy"), value: appeal.receivedBy },
              { name: t("detail.reviewer"), value: appeal.reviewer },
            ]}
          />
        </Card>
        <Card title={t("detail.hold")}>
          <DefinitionList
            pairs={[
              {
                name: t("detail.account"),
                value: (
                  <>
                    <Identifier value={appeal.account} />
                    {appeal.accountName ? <span className="block t12 mut">{appeal.accountName}</span> : null}
                  </>
                ),
              },
              { name: t("detail.holder"), value: appeal.holder },
              { name: t("detail.amount"), value: <Money value={hold.amount} strong /> },
              {
                name: t("detail.linked"),
                value:
                  hold.linked === null ? null : hold.linked === "0" ? (
                    t("detail.linkedNone")
                  ) : (
                    <Money value={hold.linked} />
                  ),
              },
              { name: t("detail.from"), value: <Timestamp at={hold.fromAt} /> },
              {
                name: t("detail.until"),
                value: hold.untilAt ? <Timestamp at={hold.untilAt} /> : held("noEnd"),
              },
              {
                name: t("detail.order"),
                value: (
                  <Link href={paths.request(appeal.order.id)}>
                    {kinds(appeal.order.kindCode as "ACCOUNT_FREEZE")}{" "}
                    <span className="num">{appeal.order.code}</span>
                  </Link>
                ),
              },
              {
                name: t("detail.case"),
                value: appeal.case ? (
                  <Link href={paths.case(appeal.case.id)}>
                    <span className="num">{appeal.case.code}</span> {appeal.case.title}
                  </Link>
                ) : null,
              },
              { name: t("detail.unit"), value: appeal.unit },
            ]}
          />
          {hold.releasedAt ? (
            <Note tone="green">{t("detail.released", { at: formatDate(hold.releasedAt) })}</Note>
          ) : null}
        </Card>
        {appeal.history.length > 0 ? (
          <Card title={t("detail.history")}>
            <History lines={appeal.history} label={t("detail.history")} />
          </Card>
        ) : null}
      </aside>
    </div>
  );
}
