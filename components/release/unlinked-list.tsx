"use client";

import { Unlink } from "@/components/icons/unlink";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money, useVnd } from "@/components/ui/money";
import { paths } from "@/lib/paths";
import { keepHoldAction, releaseUnlinkedAction } from "@/lib/release/actions";
import type { UnlinkedRow } from "@/lib/release/types";
import { HoldEnd } from "./hold-end";
import { TextActDialog } from "./text-act-dialog";
import { useReleaseAct } from "./use-release-act";

/** Holds that the trail does not lead to, each with why, and what to do about it. */
export function UnlinkedList({ rows }: { rows: readonly UnlinkedRow[] }) {
  return (
    <ul className="stack">
      {rows.map((row) => (
        <Unlinked key={`${row.id}:${row.facts}`} row={row} />
      ))}
    </ul>
  );
}

function Unlinked({ row }: { row: UnlinkedRow }) {
  const t = useTranslations("release");
  const kinds = useTranslations("kinds");
  const { vnd } = useVnd();
  const { key } = useFormKey();
  const [isKeeping, setKeeping] = useState(false);
  const act = useReleaseAct();
  const isSurplus = row.finding === "surplus";
  const amount = vnd(row.amount);
  const why = isSurplus
    ? t("unlinked.surplus", {
        amount,
        linked: vnd(row.linked),
        surplus: vnd(BigInt(row.amount) - BigInt(row.linked)),
      })
    : row.entered === "0"
      ? t("unlinked.noTrail", { amount })
      : t("unlinked.movedAway", { amount, entered: vnd(row.entered) });
  const release = () =>
    act.send(
      () => releaseUnlinkedAction({ key, holdId: row.id, facts: row.facts, grounds: row.grounds }),
      ({ status }) => t(status === "DRAFT" ? "unlinked.drafted" : "unlinked.released"),
    );
  return (
    <li className="card">
      <div className="card-body stack-2">
        <div className="row wrap between">
          <div>
            <Badge tone="amber" icon={<Unlink className="i" aria-hidden />}>
              {row.holder}
            </Badge>{" "}
            <Identifier value={row.account} copy />
            {row.accountName ? <span className="block t12 mut">{row.accountName}</span> : null}
          </div>
          <Money value={row.amount} figure={20} />
        </div>
        <p>{why}</p>
        <div className="row wrap t13 mut">
          <Link href={paths.case(row.caseId)} className="num">
            {row.caseCode}
          </Link>
          <Link href={paths.request(row.requestId)}>{t("order", { code: row.requestCode })}</Link>
          <HoldEnd untilAt={row.untilAt} spanMinutes={row.spanMinutes} />
        </div>
        {row.pending.map((pending) => (
          <p key={pending.id} className="t13">
            <Link href={paths.request(pending.id)}>
              {t("unlinked.pending", {
                kind: kinds(pending.kindCode as "ACCOUNT_UNFREEZE"),
                code: pending.code,
              })}
            </Link>
          </p>
        ))}
        <FormProblem problem={act.problem} attempt={act.attempt} />
        <div className="row wrap no-print">
          {row.mayRelease && !row.pending.some(({ kindCode }) => kindCode === "ACCOUNT_UNFREEZE") ? (
            <Button look="primary" size="sm" pending={act.pending} onClick={() => void release()}>
              {t(isSurplus ? "unlinked.releasePart" : "unlinked.release")}
            </Button>
          ) : null}
          {row.mayKeep ? (
            <Button size="sm" onClick={() => setKeeping(true)}>
              {t("unlinked.keep")}
            </Button>
          ) : null}
        </div>
      </div>
      <TextActDialog
        open={isKeeping}
        onClose={() => setKeeping(false)}
        title={t("unlinked.keepTitle")}
        lead={t("unlinked.keepText")}
        text={{ name: "ground", label: t("unlinked.ground"), hint: t("unlinked.groundHint"), least: 20 }}
        submit={t("unlinked.send")}
        cancel={t("unlinked.cancel")}
        done={t("unlinked.kept")}
        send={(input) => keepHoldAction({ ...input, holdId: row.id, facts: row.facts })}
      />
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </li>
  );
}
