import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { formatDate } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { Proof } from "@/lib/requests/desk/types";
import { Link } from "@/components/ui/link";

/** Is it real? Who signed what, whether it is still what was signed, and the number to call from the register, not from the order. */
export function ProofBlock({ proof, requestId }: { proof: Proof; requestId: string }) {
  const t = useTranslations("queue.proof");
  const Icon = proof.genuine ? ShieldCheck : ShieldAlert;
  const signer = [proof.signer.rank, proof.signer.name].filter(Boolean).join(" ");
  return (
    <section
      className={classNames("proof", !proof.genuine && "proof-false")}
      aria-label={t("label")}
      role={proof.genuine ? undefined : "alert"}
    >
      <Icon className="i i-20" aria-hidden />
      <div>
        <p className="head">{proof.genuine ? t("genuine") : t("changed")}</p>
        {proof.genuine ? null : <p>{t("changedText")}</p>}
        <p>
          <b className="fw6" title={proof.signer.title ?? undefined}>
            {signer}
          </b>
          , {proof.unit}
        </p>
        <p>
          {t("document")} <span className="id">{proof.documentNumber}</span>{" "}
          <span className="num">{formatDate(proof.documentDate)}</span>
          {proof.genuine ? ` ${t("unchanged")}` : ""} ·{" "}
          <Link href={paths.letter(requestId)}>{t("view")}</Link>
        </p>
        <p className="row wrap g1">
          {proof.dutyPhone ? (
            <>
              <span>{t("call")}</span>
              <a className="fw6 num" href={`tel:${proof.dutyPhone.replace(/[^\d+]/g, "")}`}>
                {proof.dutyPhone}
              </a>
              <span className="dim">{t("fromRegister")}</span>
            </>
          ) : (
            <span className="dim">{t("noPhone")}</span>
          )}
        </p>
      </div>
    </section>
  );
}
