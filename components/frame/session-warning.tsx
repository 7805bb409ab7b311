"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useServerNow } from "@/components/ui/server-clock";
import { Timer } from "@/components/icons/timer";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SignOutForm } from "./sign-out-form";
import { clockFace, secondsLeft, warnSeconds } from "./session-countdown";

export type SessionKeeper = {
  /** When the session ends unless something is asked of the server, ISO, UTC. */
  expiresAt: string;
  /** Server action: lengthens the session and gives its new end, or null when it is over. */
  onStay: () => Promise<string | null>;
  /** Server action that gives the end without lengthening it: other windows may have worked meanwhile. */
  readExpiry?: () => Promise<string | null>;
  signInHref: string;
};

/** Tells 150 s before the end, with one button to stay; afterwards offers to sign in without losing what was typed. */
export function SessionWarning({
  expiresAt,
  onStay,
  readExpiry,
  signInHref,
  signOut,
}: SessionKeeper & { signOut: () => Promise<void> }) {
  const t = useTranslations("frame.session");
  const [end, setEnd] = useState(() => new Date(expiresAt).getTime());
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);
  const serverNow = useServerNow().getTime();

  // The shared clock ticks every 30 s; the countdown runs by seconds from there.
  useEffect(() => {
    const readAt = Date.now();
    const read = () => setLeft(secondsLeft(end, serverNow + (Date.now() - readAt)));
    const first = setTimeout(read, 0);
    const timer = setInterval(read, 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [end, serverNow]);

  const near = left <= warnSeconds;
  useEffect(() => {
    if (!near || !readExpiry || asked.current === end) return;
    asked.current = end;
    readExpiry().then(
      (fresh) => fresh && setEnd(new Date(fresh).getTime()),
      () => undefined, // offline: the countdown goes on with what is known
    );
  }, [near, end, readExpiry]);

  async function stay(): Promise<void> {
    setPending(true);
    setFailed(false);
    const fresh = await onStay().catch(() => undefined);
    setPending(false);
    if (fresh) setEnd(new Date(fresh).getTime());
    else if (fresh === null) setLeft(0);
    else setFailed(true);
  }

  const over = left === 0;
  return (
    <Dialog
      urgent
      open={near}
      onClose={() => undefined}
      icon={<Timer className="i i-20" aria-hidden />}
      title={
        over
          ? t("endedTitle")
          : t.rich("title", { time: () => <span className="num">{clockFace(left)}</span> })
      }
      lead={over ? t("endedText") : t("text")}
      footer={
        over ? (
          // A new window: leaving this page would throw away what was typed here.
          <a className="btn btn-primary" href={signInHref} target="_blank" rel="noopener">
            {t("signIn")}
          </a>
        ) : (
          <>
            <SignOutForm signOut={signOut}>
              <Button type="submit">{t("signOut")}</Button>
            </SignOutForm>
            <Button look="primary" pending={pending} onClick={() => void stay()} autoFocus>
              {t("stay")}
            </Button>
          </>
        )
      }
    >
      {failed ? (
        <p className="error" role="alert">
          {t("failed")}
        </p>
      ) : null}
    </Dialog>
  );
}
