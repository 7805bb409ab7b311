"use client";

import { GitCompareArrows } from "@/components/icons/git-compare-arrows";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Timestamp } from "./timestamp";

export type ConflictLine = { name: string; theirs: ReactNode; mine: ReactNode; different: boolean };

/**
 * Somebody saved first. Tells who and when, shows both versions with the differences marked, and lets the person
 * keep theirs or the other's. Closing it loses nothing: what was typed stays in the form behind.
 */
export function ConflictNotice({
  open,
  title,
  takeTheirs,
  keepMine,
  who,
  isYou = false,
  at,
  lines = [],
  consequence,
  onKeepMine,
  onTakeTheirs,
  onClose,
  pending = false,
}: {
  open: boolean;
  /** What the other did, where it was more than saving. */
  title?: string;
  /** What the button says that goes on with the other's. */
  takeTheirs?: string;
  /** What the button says that goes on with mine, where it does more than keep it. */
  keepMine?: string;
  who: string;
  /** It was the reader himself, in another window. */
  isYou?: boolean;
  /** ISO instant of the other save. */
  at: string;
  lines?: readonly ConflictLine[];
  /** What keeping mine will mean, one sentence. */
  consequence?: ReactNode;
  onKeepMine?: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
  pending?: boolean;
}) {
  const t = useTranslations("ui.conflict");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      icon={<GitCompareArrows className="i i-20" aria-hidden />}
      title={title ?? (isYou ? t("titleYou") : t("title", { who }))}
      lead={<Timestamp at={at} />}
      footer={
        <>
          <Button onClick={onTakeTheirs} disabled={pending}>
            {takeTheirs ?? (isYou ? t("takeOther") : t("takeTheirs", { who }))}
          </Button>
          {onKeepMine ? (
            <Button look="primary" onClick={onKeepMine} pending={pending}>
              {keepMine ?? t("keepMine")}
            </Button>
          ) : null}
        </>
      }
    >
      {lines.length > 0 ? (
        <div className="scroll-x" tabIndex={0}>
          <table className="table compare">
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{t("what")}</span>
                </th>
                <th scope="col">{isYou ? t("other") : t("theirs", { who })}</th>
                <th scope="col">{t("mine")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.name} className={line.different ? "is-different" : undefined}>
                  <th scope="row" className="mut">
                    {line.name}
                    {line.different ? <span className="vh"> {t("different")}</span> : null}
                  </th>
                  <td>{line.theirs}</td>
                  <td>{line.mine}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {consequence ? <p className="t12 dim">{consequence}</p> : null}
    </Dialog>
  );
}
