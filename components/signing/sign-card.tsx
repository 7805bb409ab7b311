"use client";

import { Check } from "@/components/icons/check";
import { FileText } from "@/components/icons/file-text";
import { PenLine } from "@/components/icons/pen-line";
import { Signature } from "@/components/icons/signature";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { groupIdentifier, Identifier } from "@/components/ui/identifier";
import { Kbd } from "@/components/ui/kbd";
import { Money, useVnd } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import { paths } from "@/lib/paths";
import { paidIn } from "@/lib/requests/paid-in";
import type { SigningCard } from "@/lib/requests/signing/types";
import { TargetAsked } from "@/components/requests/fields/target-asked";
import { FieldList } from "@/components/requests/fields/field-list";
import { messageParts } from "@/lib/requests/kinds/message-parts";
import { LostShare } from "./lost-share";
import { GoldenHour } from "./minutes-since";
import { Urgency } from "./stack-list";

/** One request to decide in ten seconds: what is held, where, how much of the loss, how long ago, who wrote it, what was verified. */
export function SignCard({
  card,
  place,
  pending,
  onSign,
  onReturn,
}: {
  card: SigningCard;
  place: string;
  pending: boolean;
  onSign: () => void;
  onReturn: () => void;
}) {
  const t = useTranslations("signing");
  const titles = useTranslations("signing.titles");
  // words: signing.titles.*
  const signer = (title: string) => titles(title as "head_of_investigation_agency");
  const hasAmount = card.disputedAmount !== "0";
  return (
    <article className="card sg-card" aria-labelledby="sign-what">
      <header className="sg-top">
        <div className="row between">
          <Urgency urgency={card.urgency} />
          <span className="t13 dim num">{place}</span>
        </div>
        <h2 className="sg-what" id="sign-what">
          <span className="t16 fw5">{t(`what.${card.kindCode}`)}</span>
          {hasAmount ? (
            <Money value={card.disputedAmount} figure={32} />
          ) : (
            <span className="figure figure-32">{t("peek.targets", { count: card.itemCount })}</span>
          )}
          <span className="t16">
            {t("at")} <b className="fw6">{card.addressee}</b>
          </span>
        </h2>
        {hasAmount ? <LostShare part={card.disputedAmount} whole={card.reportedLoss} /> : null}
      </header>
      <GoldenHour firstAt={card.firstTransferAt} paidAt={lastPaidInto(card.items)} />
      <dl className="sg-list">
        <div>
          <dt>{t("targets")}</dt>
          <dd>
            <Targets items={card.items.slice(0, atFirst)} card={card} />
            {card.items.length > atFirst ? (
              <details>
                <summary className="linkbtn t13">
                  {t("moreTargets", { count: card.items.length - atFirst })}
                </summary>
                <Targets items={card.items.slice(atFirst)} card={card} />
              </details>
            ) : null}
          </dd>
        </div>
        <Asked card={card} />
        <div>
          <dt>{t("groundsShort")}</dt>
          <dd className="sg-grounds sg-short">{card.grounds}</dd>
        </div>
        <div>
          <dt>{t("drafter")}</dt>
          <dd>
            {t.rich("drafted", { who: card.drafter, time: () => <Timestamp at={card.submittedAt} /> })} ·{" "}
            <Link className="nw" href={paths.case(card.caseId)}>
              {card.caseCode}
            </Link>
          </dd>
        </div>
      </dl>
      <Checks card={card} />
      <footer className="sg-foot">
        <Link className="row t13" href={paths.letter(card.id)}>
          <FileText className="i i-14" aria-hidden />
          {t("letter")}
        </Link>
        {card.bar === null ? null : (
          <p className="note note-grey t13">
            <PenLine className="i" aria-hidden />
            {t(`bar.${card.bar}.long`, {
              titles: card.checks.titles.map((title) => signer(title)).join(", "),
            })}
          </p>
        )}
        {card.bar === "own" ? null : (
          <div className="sg-act">
            <Button size="lg" onClick={onReturn} disabled={pending}>
              {t("return.button")}
              <span className="wide">
                <Kbd>r</Kbd>
              </span>
            </Button>
            <Button
              size="lg"
              disabled={card.bar !== null}
              look="primary"
              onClick={onSign}
              pending={pending}
              icon={<Signature className="i" aria-hidden />}
            >
              {t("sign")}
              <span className="wide">
                <Kbd>s</Kbd>
              </span>
            </Button>
          </div>
        )}
      </footer>
    </article>
  );
}

/** When money last came to these accounts, as the drafter's payments tell it (ISO); null where they tell of none. */
const lastPaidInto = (items: SigningCard["items"]) =>
  items
    .flatMap(({ details }) => paidIn(details).map(({ at }) => new Date(at).toISOString()))
    .sort()
    .at(-1) ?? null;

/** Targets that stand on the card at once: with 500 of them the button to sign would be metres away. */
const atFirst = 10;

const Targets = ({ items, card }: { items: SigningCard["items"]; card: SigningCard }) =>
  items.map((item) => (
    <span className="acc" key={item.id}>
      <Identifier value={item.value} display={item.display} />
      {item.disputedAmount ? <Money value={item.disputedAmount} /> : <span />}
      {item.holderName ? <span className="t12 dim">{item.holderName}</span> : null}
      <TargetAsked fields={card.asks.target} details={item.details} files={card.files} />
    </span>
  ));

const partsOf = (text: string) => {
  const { characters, parts, perPart } = messageParts(text);
  return { characters, parts, perPart };
};

/** What the kind asks beside the targets; how long a warning's text is, for the signature approves it. */
function Asked({ card }: { card: SigningCard }) {
  const t = useTranslations("answers");
  const { request } = card.asks;
  const message = request.find(({ isMessage }) => isMessage);
  const text = message && card.details?.[message.key];
  if (request.length === 0) return null;
  return (
    <div>
      <dt>{t("details")}</dt>
      <dd>
        <FieldList fields={request} told={card.details} />
        {typeof text === "string" ? (
          <span className="t12 mut num">{t("messageParts", { ...partsOf(text) })}</span>
        ) : null}
      </dd>
    </div>
  );
}

function Checks({ card }: { card: SigningCard }) {
  const { vnd } = useVnd();
  const t = useTranslations("signing.checks");
  const { overGrounds, beyondLoss, duplicates, fourEyes } = card.checks;
  const hasAmount = card.disputedAmount !== "0";
  const lost = vnd(card.reportedLoss);
  return (
    <ul className="sg-checks">
      {hasAmount ? (
        beyondLoss ? (
          <Finding look="wrong" words={t("beyondLoss", { lost })} />
        ) : (
          <Finding words={t("withinLoss")} />
        )
      ) : null}
      {overGrounds.length > 0 ? (
        <Finding look="doubt" words={t("overDisputed", { ground: [...new Set(overGrounds)].join("; ") })} />
      ) : null}
      {hasAmount && duplicates.every(({ is }) => is === "replaced") ? (
        <Finding words={t("noDuplicate")} />
      ) : null}
      {duplicates.map(({ account, code, amount, is }) => (
        <Finding
          look={is === "replaced" ? undefined : "doubt"}
          key={`${account} ${code}`}
          words={t(`duplicate.${is}`, { account: groupIdentifier(account), code, amount: vnd(amount) })}
        />
      ))}
      {card.basis ? <Finding look="doubt" words={t(`basis.${card.basis}`)} /> : null}
      {fourEyes ? <Finding words={t("fourEyes")} /> : <Finding look="doubt" words={t("notFourEyes")} />}
    </ul>
  );
}

const findings = { doubt: "sg-doubt", wrong: "sg-doubt sg-wrong" } as const;

function Finding({ words, look }: { words: string; look?: keyof typeof findings }) {
  const Icon = look ? TriangleAlert : Check;
  return (
    <li className={look && findings[look]}>
      <Icon className="i i-14" aria-hidden />
      {words}
    </li>
  );
}
