"use client";

import { Gavel } from "@/components/icons/gavel";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { useFormKey } from "@/components/forms/use-form-key";
import { Conflict } from "@/components/forms/conflict";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Textarea } from "@/components/ui/textarea";
import { objectToRequestAction, replyToObjectionAction } from "@/lib/requests/notified/actions";

const acts = {
  object: { send: objectToRequestAction, least: 20 },
  answer: { send: replyToObjectionAction, least: 10 },
} as const;

/** A prosecutor's objection, or the unit's reply to it: one text, sent once. */
export function ObjectionButton({ requestId, what }: { requestId: string; what: keyof typeof acts }) {
  const t = useTranslations("authenticity.objection");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [isShort, setShort] = useState(false);
  const act = useRequestAct(() => {
    setOpen(false);
    setText("");
    renew();
  });
  const words = {
    object: {
      title: "objectTitle",
      lead: "objectText",
      label: "objectLabel",
      send: "objectSend",
      done: "objected",
    },
    answer: {
      title: "answerTitle",
      lead: "answerText",
      label: "answerLabel",
      send: "answerSend",
      done: "answered",
    },
  } as const;
  const said = words[what];
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const tooShort = text.trim().length < acts[what].least;
    setShort(tooShort);
    if (tooShort) return;
    void act.send(() => acts[what].send({ key, requestId, reason: text }), t(said.done));
  };
  return (
    <>
      <Button
        look={what === "object" ? "danger" : "primary"}
        icon={<Gavel className="i" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t(what)}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        icon={<Gavel className="i i-20" aria-hidden />}
        title={t(said.title)}
        lead={t(said.lead)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button look="primary" pending={act.pending} onClick={() => submit()}>
              {t(said.send)}
            </Button>
          </>
        }
      >
        <Form onSubmit={submit}>
          <Field
            label={t(said.label)}
            hint={what === "object" ? t("objectHint") : undefined}
            error={isShort ? t("tooShort", { count: acts[what].least }) : undefined}
            required
          >
            <Textarea
              rows={5}
              name="reason"
              maxLength={4000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <FormProblem problem={act.problem} attempt={0} />
        </Form>
      </Dialog>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </>
  );
}
