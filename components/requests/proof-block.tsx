import { ShieldAlert } from "@/components/icons/shield-alert";
import { ShieldCheck } from "@/components/icons/shield-check";
import { ShieldQuestion } from "@/components/icons/shield-question";
import { useTranslations } from "next-intl";
import { TrustList } from "@/components/authenticity/trust-list";
import { LazySuspectButton } from "@/components/suspicion/lazy-suspect-button";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { ReceivedRequest } from "@/lib/requests/desk/types";

const icons = { genuine: ShieldCheck, unsigned: ShieldQuestion, changed: ShieldAlert } as const;
const looks = { genuine: undefined, unsigned: "proof-open", changed: "proof-false" } as const;

/**
 * Is it real? Whether it is what was signed with its unit's key, who signed it, what speaks against him, and the number to call: all
 * from the register, nothing from the order. Whoever doubts it says so here; what speaks for it is a press away.
 */
export function ProofBlock({
  request,
}: {
  request: Pick<
    ReceivedRequest,
    "id" | "code" | "version" | "proof" | "doubt" | "offers" | "doubtHoldsSender"
  >;
}) {
  const t = useTranslations("authenticity");
  const { proof, doubt } = request;
  // A valid signature says nothing against a stolen account: what is doubted is green nowhere.
  const isDoubted = doubt !== null && proof.verdict === "genuine";
  const Icon = isDoubted ? ShieldQuestion : icons[proof.verdict];
  const signer = [proof.signer.rank, proof.signer.name].filter(Boolean).join(" ");
  return (
    <>
      {doubt ? <DoubtNote doubt={doubt} /> : null}
      <section
        className={classNames("proof", isDoubted ? "proof-doubted" : looks[proof.verdict])}
        aria-label={t("label")}
        role={proof.genuine ? undefined : "alert"}
        data-verdict={proof.verdict}
      >
        <Icon className="i i-20" aria-hidden />
        <div>
          <p className="head">{t(isDoubted ? "doubted" : proof.verdict)}</p>
          {proof.genuine ? null : <p>{t("changedText")}</p>}
          <p>
            <b className="fw6">{signer}</b>
            {proof.signer.title ? `, ${proof.signer.title}` : ""}, {proof.unit}
          </p>
          <TrustList marks={proof.trust.filter(({ level }) => level !== "plain")} />
          <div className="row wrap g1">
            {proof.dutyPhone ? (
              <>
                <span>{t("call")}</span>
                <a className="fw6 num" href={`tel:${proof.dutyPhone.replace(/[^\d+]/g, "")}`}>
                  {proof.dutyPhone}
                </a>
              </>
            ) : (
              <span className="dim">{t("noPhone")}</span>
            )}
            <span aria-hidden>·</span>
            <Link href={paths.letter(request.id)}>{t("view")}</Link>
            {request.offers.includes("suspect") ? (
              <LazySuspectButton
                requestId={request.id}
                code={request.code}
                version={request.version}
                holdsSender={request.doubtHoldsSender}
              />
            ) : null}
          </div>
          <details className="proof-more">
            <summary className="linkbtn t12">{t("more")}</summary>
            {proof.verdict === "genuine" ? <p>{t("genuineText")}</p> : null}
            <p>
              {t("document")} <span className="id">{proof.documentNumber}</span>{" "}
              <span className="num">{formatDate(proof.documentDate)}</span>
            </p>
            {proof.dutyPhone ? (
              <p className="dim">
                {t("call")} {proof.dutyPhone}: {t("fromRegister")}
              </p>
            ) : null}
            <TrustList marks={proof.trust.filter(({ level }) => level === "plain")} />
          </details>
        </div>
      </section>
      {proof.senderHeld && !doubt ? (
        <Note tone="amber" title={t("senderHeld.title")} announce>
          {t("senderHeld.text")}
        </Note>
      ) : null}
      {proof.objection ? (
        <Note tone="amber" title={t("objection.bank.title")} announce>
          {proof.objection.phone
            ? t("objection.bank.text", { phone: proof.objection.phone })
            : t("objection.bank.noPhone")}
        </Note>
      ) : null}
    </>
  );
}

function DoubtNote({ doubt }: { doubt: NonNullable<ReceivedRequest["doubt"]> }) {
  const t = useTranslations("suspicion");
  return (
    <Note tone="red" title={t(`desk.${doubt.state}`)} announce>
      {t(`desk.${doubt.state}Text`)}{" "}
      {doubt.state === "held" ? t("unit.reason", { reason: t(`reasons.${doubt.reason as "other"}`) }) : null}{" "}
      {doubt.note}
    </Note>
  );
}
