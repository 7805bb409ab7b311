"use client";

import { Zap } from "@/components/icons/zap";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Money } from "@/components/ui/money";
import { urgencyTones } from "@/components/requests/urgency-tones";
import { paths } from "@/lib/paths";
import type { SigningPeek } from "@/lib/requests/signing/types";
import { TimeSince } from "./minutes-since";

/** Every card of the stack, closed: what, where, how much, since when. What the reader may not sign can be read and not chosen. */
export function StackList({
  stack,
  openId,
  chosen,
  onChoose,
}: {
  stack: readonly SigningPeek[];
  openId: string | undefined;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}) {
  const t = useTranslations("signing");
  const kinds = useTranslations("kinds");
  // words: kinds.*
  return (
    <ul className="card clip">
      {stack.map((peek) => (
        <li key={peek.id} className={chosen.has(peek.id) || peek.id === openId ? "peek peek-sel" : "peek"}>
          {peek.bar !== null ? null : (
            <Checkbox
              label={t("choose", { code: peek.code })}
              labelHidden
              checked={chosen.has(peek.id)}
              onChange={(event) => onChoose(peek.id, event.target.checked)}
            />
          )}
          <Link
            className="peek-a"
            href={paths.signingCard(peek.id)}
            aria-current={peek.id === openId ? "true" : undefined}
            scroll={false}
          >
            <span className="row between">
              <Urgency urgency={peek.urgency} />
              {peek.disputedAmount === "0" ? null : <Money value={peek.disputedAmount} />}
            </span>
            <span className="peek-t">
              <b>
                {t("peek.what", {
                  kind: kinds(peek.kindCode as "ACCOUNT_SUSPEND"),
                  addressee: peek.addressee,
                })}
              </b>
              <span className="dim">
                {t("peek.targets", { count: peek.itemCount })} · {t("peek.waiting")}{" "}
                <TimeSince at={peek.submittedAt} />
                {peek.bar ? ` · ${t(`bar.${peek.bar}.short`)}` : ""}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Urgency({ urgency }: { urgency: SigningPeek["urgency"] }) {
  const t = useTranslations("signing.urgency");
  return (
    <Badge
      tone={urgencyTones[urgency]}
      icon={urgency === "normal" ? undefined : <Zap className="i" aria-hidden />}
    >
      {t(urgency)}
    </Badge>
  );
}
