"use client";

import { CircleCheck } from "@/components/icons/circle-check";
import { Eye } from "@/components/icons/eye";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Timestamp } from "@/components/ui/timestamp";
import { recordRecheckAction } from "@/lib/requests/followup/actions";
import { recheckInput } from "@/lib/requests/followup/schema";
import type { Recheck } from "@/lib/requests/followup/types";
import { useRequestAct } from "./use-request-act";

/** Taken down is not gone for good: somebody looks again. Stands open until it was found gone. */
export function RecheckLine({
  requestId,
  version,
  item,
  may,
}: {
  requestId: string;
  version: number;
  item: { id: string; display: string; rechecks: readonly Recheck[] };
  may: boolean;
}) {
  const t = useTranslations("answers.recheck");
  const errors = useTranslations("errors");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const [isBack, setIsBack] = useState(false);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const isGone = item.rechecks[0]?.isGone === true;
  const parsed = recheckInput.safeParse({ key, requestId, version, itemId: item.id, isGone: false, note });
  const lacks = tried && !parsed.success;
  const send = (gone: boolean) => {
    if (!gone && !parsed.success) return setTried(true);
    void act
      .send(
        () =>
          recordRecheckAction({
            key,
            requestId,
            version,
            itemId: item.id,
            isGone: gone,
            note: note.trim() || undefined,
          }),
        t(gone ? "savedGone" : "savedBack"),
      )
      .then((done) => {
        if (!done) return;
        setIsBack(false);
        setNote("");
        setTried(false);
      });
  };
  return (
    <div className="stack-1 t13">
      {item.rechecks.map((check) => (
        <p key={check.at} className={check.isGone ? "row g1 c-green" : "row g1 c-red"}>
          {check.isGone ? (
            <CircleCheck className="i i-14" aria-hidden />
          ) : (
            <TriangleAlert className="i i-14" aria-hidden />
          )}
          <span>
            {t(check.isGone ? "gone" : "back", { who: check.by })} <Timestamp at={check.at} />
            {check.note ? `. ${check.note}` : ""}
          </span>
        </p>
      ))}
      {isGone || !may ? null : (
        <>
          <p className="row g1 c-amber fw5">
            <Eye className="i i-14" aria-hidden />
            {t(item.rechecks.length === 0 ? "due" : "again")}
          </p>
          {isBack ? (
            <Field label={t("note")} required error={lacks ? errors("required") : undefined}>
              <TextInput value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} />
            </Field>
          ) : null}
          <span className="row wrap">
            {isBack ? (
              <Button size="sm" look="primary" pending={act.pending} onClick={() => send(false)}>
                {t("save")}
              </Button>
            ) : (
              <>
                <Button size="sm" pending={act.pending} onClick={() => send(true)}>
                  {t("isGone")}
                  <span className="vh"> {item.display}</span>
                </Button>
                <Button size="sm" onClick={() => setIsBack(true)}>
                  {t("isBack")}
                  <span className="vh"> {item.display}</span>
                </Button>
              </>
            )}
          </span>
          {act.problem ? (
            <p className="error" role="alert">
              {act.problem}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
