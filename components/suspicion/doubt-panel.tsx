import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { DoubtActs } from "./doubt-acts";

/** What the unit reads of a doubt about its order: who raised it and why, who decides, what else of the sender is open. */
export async function DoubtPanel({ request }: { request: PoliceRequest }) {
  const { doubt } = request;
  if (!doubt) return null;
  const t = await getTranslations("suspicion");
  const kind = await getTranslations("kinds");
  const isChanged = doubt.reason === "content_changed";
  const title =
    doubt.state === "forged"
      ? t("unit.forged", { who: doubt.decidedBy ?? "" })
      : isChanged
        ? t("unit.changed")
        : t("unit.held", { who: doubt.raisedBy });
  const consequence =
    doubt.state === "held"
      ? t(doubt.senderHeld ? "unit.waits" : "unit.waitsChanged")
      : doubt.senderHeld
        ? t("unit.senderHeld")
        : null;
  return (
    <>
      <Note
        tone="red"
        title={title}
        announce
        action={
          doubt.mayReview || doubt.mayRestore ? (
            <span className="row wrap no-print">
              <DoubtActs
                requestId={request.id}
                version={request.version}
                code={request.code}
                mayReview={doubt.mayReview}
                mayRestore={doubt.mayRestore}
              />
            </span>
          ) : undefined
        }
      >
        <Timestamp at={doubt.raisedAt} />
        {". "}
        {isChanged ? null : `${t("unit.reason", { reason: t(`reasons.${doubt.reason as "other"}`) })} `}
        {doubt.note ? `${doubt.note} ` : null}
        {consequence}
      </Note>
      {doubt.others.length > 0 ? (
        <Card title={t("unit.others")}>
          <p className="t13 mut">{t("unit.othersText")}</p>
          <ul className="stack-1 t13">
            {doubt.others.map((order) => (
              <li key={order.id} className="row wrap">
                <Link href={paths.request(order.id)}>{order.code}</Link>
                <span>
                  {kind(order.kindCode as "ACCOUNT_SUSPEND")}, {order.addressee}
                </span>
                {order.disputedAmount === "0" ? null : <Money value={order.disputedAmount} />}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
