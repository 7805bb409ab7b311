import { CircleDashed } from "@/components/icons/circle-dashed";
import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import type { ItemPagerLinks } from "@/lib/requests/item-page";
import type { PoliceItem } from "@/lib/requests/police/types";
import { detailsOf } from "@/lib/requests/kinds";
import { AnswerDetail } from "./answer-detail";
import { TargetAsked } from "./fields/target-asked";
import { ItemPager } from "./item-pager";
import { OutcomeSign } from "./outcome-sign";
import { RecheckLine } from "./recheck-line";

const tones: Partial<Record<NonNullable<PoliceItem["outcome"]>, Tone>> = {
  HELD: "green",
  DONE: "green",
  PROVIDED: "green",
  PROTECTED: "green",
  BLOCKED: "green",
  SUSPENDED: "green",
  SENT: "green",
  REMOVED: "green",
  RESTRICTED: "amber",
  PRESERVED: "green",
  MATCH: "green",
  MISMATCH: "amber",
  MOVED_ON: "amber",
  CASHED_OUT: "cash",
  REFUSED: "red",
  NAME_MISMATCH: "amber",
};

/** What an item without an answer says: nobody owes one before the request is sent, nor after it was taken back. */
const silence: Partial<Record<RequestStatus, "unsent" | "withdrawn">> = {
  DRAFT: "unsent",
  PENDING_SIGNATURE: "unsent",
  DISCARDED: "unsent",
  WITHDRAWN: "withdrawn",
};

/** Each target with what was asked and what was answered about it. */
export async function PoliceItems({
  requestId,
  version,
  mayRecheck,
  items,
  kindCode,
  files,
  status,
  institutions,
  pager,
}: {
  requestId: string;
  version: number;
  mayRecheck: boolean;
  items: readonly PoliceItem[];
  kindCode: string;
  /** All files of the request: details and answers name some of them. */
  files: readonly { id: string; name: string }[];
  status: RequestStatus;
  institutions: Readonly<Record<string, string>>;
  /** Where the other targets are, when there are too many for one page. */
  pager: ItemPagerLinks | null;
}) {
  const t = await getTranslations("requests.detail");
  const outcomes = await getTranslations("outcomes");
  const kinds = await getTranslations("targets.kinds");
  return (
    <Card flush title={t("items")}>
      <ol className="items">
        {items.map((item) => (
          <li key={item.id} className="item">
            <div className="row wrap">
              {item.answeredAt ? (
                <OutcomeSign outcome={item.outcome} tone="green" />
              ) : (
                <CircleDashed className="i dim" aria-hidden />
              )}
              <span className="t12 mut">{kinds(item.kind)}</span>
              <Identifier value={item.value} display={item.display} copy />
              <span className="mut">{item.holderName}</span>
              {item.outcome && item.answeredAt ? (
                <Badge tone={tones[item.outcome]}>{outcomes(item.outcome as "HELD")}</Badge>
              ) : (
                <span className="t12 dim">{t(silence[status] ?? "waiting")}</span>
              )}
              <span className="push">
                {item.disputedAmount ? <Money value={item.disputedAmount} strong /> : null}
              </span>
            </div>
            <TargetAsked fields={detailsOf(kindCode).target} details={item.details} files={files} />
            {item.note ? <p className="t13 mut">{item.note}</p> : null}
            {item.overGround ? <Note tone="amber">{t("over", { ground: item.overGround })}</Note> : null}
            {item.sentBackReason ? (
              <Note tone="amber">{t("sentBack", { reason: item.sentBackReason })}</Note>
            ) : null}
            {item.heldAmount ? (
              <p className="t13 c-green fw5">
                {t("held")} <Money value={item.heldAmount} />{" "}
                {item.heldUntil ? (
                  <span className="mut font-normal">
                    {t.rich("until", { at: () => <Timestamp at={item.heldUntil!} /> })}
                  </span>
                ) : null}
              </p>
            ) : null}
            {item.answer && item.answeredAt ? (
              <AnswerDetail kindCode={kindCode} item={item} institutions={institutions} files={files} />
            ) : null}
            {item.rechecks ? (
              <RecheckLine
                requestId={requestId}
                version={version}
                item={{ id: item.id, display: item.display, rechecks: item.rechecks }}
                may={mayRecheck}
              />
            ) : null}
            {item.answeredAt ? (
              <p className="t12 dim">
                {t.rich("by", { name: item.answeredBy ?? "", at: () => <Timestamp at={item.answeredAt!} /> })}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {pager ? <ItemPager links={pager} /> : null}
    </Card>
  );
}
