"use client";

import { CircleCheck } from "@/components/icons/circle-check";
import { CirclePause } from "@/components/icons/circle-pause";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money, useVnd } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { ReturnTask } from "@/lib/restitution/types";
import { RestitutionLinks } from "@/components/letters/restitution-links";
import { ReturnDialog } from "./return-dialog";

/** Decisions that this organisation carries out, part by part. */
export function ReturnTasks({ tasks }: { tasks: readonly ReturnTask[] }) {
  const t = useTranslations("restitution.desk");
  return (
    <ul className="stack">
      {tasks.map((task) => (
        <li key={task.id}>
          <Card
            title={t("decision", { number: task.documentNumber, date: formatDate(task.documentDate) })}
            aside={<Money value={task.total} strong />}
          >
            <div className="stack-3">
              <p className="t13">
                {task.unit}
                {task.unitPhone ? ` · ${t("phone")} ${task.unitPhone}` : null}
              </p>
              <RestitutionLinks id={task.id} />
              {task.isCancelled ? <Note tone="red">{t("cancelled")}</Note> : null}
              {task.payee === "custody" ? (
                <Note tone="blue">{t("custody", { custody: task.custody ?? "" })}</Note>
              ) : null}
              <ul className="stack-3">
                {task.shares.map((share) => (
                  <Share key={share.id} share={share} payee={task.payee} />
                ))}
              </ul>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Share({ share, payee }: { share: ReturnTask["shares"][number]; payee: ReturnTask["payee"] }) {
  const t = useTranslations("restitution.desk");
  const release = useTranslations("restitution.decision");
  const { vnd } = useVnd();
  const [open, setOpen] = useState(false);
  const left = BigInt(share.amount) - BigInt(share.returned);
  return (
    <li className="rs-line">
      <div>
        <p className="fw5">
          {t("share", { position: share.position })}: <Money value={share.amount} />
        </p>
        <p className="t13">
          {t("from")} <Identifier value={share.account} />{" "}
          <Link href={paths.request(share.requestId)} className="num">
            {share.requestCode}
          </Link>
        </p>
        <p className="t13">
          {t("to")}{" "}
          {payee === "victim" && share.payeeAccount ? (
            <>
              <b className="fw5">{share.payeeName}</b> <Identifier value={share.payeeAccount} copy />{" "}
              {share.payeeInstitution}
            </>
          ) : (
            t("toVictim", { position: share.position })
          )}
        </p>
        {share.returns.map((back) => (
          <p key={back.id} className="t12 mut">
            {release("reference", {
              amount: vnd(back.amount),
              at: formatDateTime(back.returnedAt),
              reference: back.reference,
            })}
          </p>
        ))}
      </div>
      <div className="row wrap">
        {share.isCancelled ? (
          <Badge>{t("cancelled")}</Badge>
        ) : left === 0n ? (
          <Badge tone="green" icon={<CircleCheck className="i" aria-hidden />}>
            {t("done")}
          </Badge>
        ) : share.isEnded ? (
          <Badge>{t("ended")}</Badge>
        ) : share.isDisputed ? (
          <>
            <Badge tone="amber" icon={<CirclePause className="i" aria-hidden />}>
              {t("disputed")}
            </Badge>
            <span className="t12 mut">{t("disputedText")}</span>
          </>
        ) : (
          <>
            <span className="t13">{t("left", { amount: vnd(left) })}</span>
            <Button look="primary" size="sm" className="no-print" onClick={() => setOpen(true)}>
              {t("mark")}
            </Button>
          </>
        )}
      </div>
      <ReturnDialog key={share.version} share={share} open={open} onClose={() => setOpen(false)} />
    </li>
  );
}
