import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** What can be done with the open request: send the answer that is shown, take or assign it, ask back, decline. */
export function DeskFoot({
  send,
  acts,
  offers,
  onOpen,
  next,
}: {
  /** The form that is sent, what the button says, and the end of the request's code for who does not see the screen. */
  send: {
    form: string;
    busy: boolean;
    isArmed: boolean;
    words: string;
    serial: string | undefined;
  } | null;
  acts: ReactNode;
  offers: readonly string[];
  onOpen: (which: "ask" | "refuse") => void;
  next: { words: string } | null;
}) {
  const t = useTranslations("queue");
  return (
    <footer className="panel-foot row wrap">
      {send ? (
        <Button
          look="primary"
          type="submit"
          form={send.form}
          pending={send.busy}
          disabled={!send.isArmed}
          className="send-says"
        >
          {send.words}
          <span className="vh"> {send.serial}</span>
          <span className="wide">
            <Kbd>Ctrl ↵</Kbd>
          </span>
        </Button>
      ) : null}
      {acts}
      {offers.includes("ask") ? <Button onClick={() => onOpen("ask")}>{t("askBack")}</Button> : null}
      {offers.includes("refuse") ? <Button onClick={() => onOpen("refuse")}>{t("decline")}</Button> : null}
      {next ? <span className="t12 dim wide next">{t("opensNext", { next: next.words })}</span> : null}
    </footer>
  );
}
