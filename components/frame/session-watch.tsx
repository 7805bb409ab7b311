"use client";

import { type ComponentProps, useEffect } from "react";
import { useLater } from "@/components/ui/use-later";

const load = () => import("./session-warning").then(({ SessionWarning }) => SessionWarning);
type Props = ComponentProps<Awaited<ReturnType<typeof load>>>;

/** Milliseconds until a warning that could not be fetched is asked for again. */
const retryMs = 10_000;

/** The warning before a session's end: hours away on most pages, so it is fetched when the page stands, again until it is there. */
export function SessionWatch(props: Props) {
  const { value: Warning, failed, again } = useLater(load);
  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(again, retryMs);
    return () => clearTimeout(timer);
  }, [failed, again]);
  return Warning ? <Warning {...props} /> : null;
}
