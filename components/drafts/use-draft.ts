"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { dropDraftAction, keepDraftAction } from "@/lib/drafts/actions";
import type { SavedDraft } from "@/lib/drafts/schema";

/** Milliseconds of quiet before what was typed is kept; a loss is never more than three seconds of typing. */
const quietMs = 1_200;
const longestMs = 3_000;
const retryMs = 5_000;

/** What was typed in this window, with when it was last kept: a page that comes back by Back or Forward may be older than both. */
const typed = new Map<string, Kept>();
type Kept = { body: FieldValues; savedAt: string | null };
/**
 * What a form opens with, as it is when it opens: what was typed in this window last and neither sent nor thrown away, unless a newer one
 * was kept elsewhere. `told` is what the page brought; null when nobody typed anything.
 */
export function useKept(key: string, told: SavedDraft | null): Kept | null {
  const [kept] = useState(() => {
    const mine = typed.get(key);
    return mine && !(mine.savedAt && told && told.savedAt > mine.savedAt) ? mine : told;
  });
  return kept;
}

/** `elsewhere`: another window kept this form at `savedAt`, later than what this one knows; nothing is kept until one is chosen. */
export type DraftState = {
  phase: "empty" | "typing" | "saved" | "waiting" | "elsewhere";
  savedAt: string | null;
  keepMine?: () => void;
};

/**
 * Keeps a form on the server while it is typed into. Without a connection the newest text waits here and is sent when the
 * connection is back. `stop` is called once the form was sent, so that a late save does not bring the draft back.
 */
export function useDraft<Values extends FieldValues>(
  key: string,
  form: UseFormReturn<Values>,
  savedAt: string | null,
) {
  const [state, setState] = useState<DraftState>({ phase: savedAt ? "saved" : "empty", savedAt });
  const waiting = useRef<Values | null>(null);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const stopped = useRef(false);
  const isKept = useRef(savedAt !== null);
  /** When the newest draft that this window knows of was kept. */
  const known = useRef(savedAt);
  const send = useRef<() => Promise<void>>(async () => undefined);

  useEffect(() => {
    send.current = async () => {
      if (busy.current || stopped.current || waiting.current === null) return;
      busy.current = true;
      const body = waiting.current;
      waiting.current = null;
      since.current = 0;
      const result = await keepDraftAction({
        key,
        body,
        since: typed.get(key)?.savedAt ?? known.current,
      }).catch(() => null);
      busy.current = false;
      const mine = typed.get(key);
      if (mine && result?.ok) mine.savedAt = result.data.savedAt;
      if (stopped.current) return;
      if (result?.ok) {
        isKept.current = true;
        known.current = result.data.savedAt;
        setState({ phase: waiting.current === null ? "saved" : "typing", savedAt: result.data.savedAt });
        return;
      }
      waiting.current ??= body;
      const newer = result?.code === "changed-meanwhile" ? result.by?.at : undefined;
      if (newer) {
        const keepMine = () => {
          known.current = newer;
          if (mine) mine.savedAt = newer;
          void send.current();
        };
        return setState({ phase: "elsewhere", savedAt: newer, keepMine });
      }
      setState((before) => ({ ...before, phase: "waiting" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send.current(), retryMs);
    };
  }, [key]);

  useEffect(() => {
    const subscription = form.watch((values) => {
      // What the form proposes by itself is nobody's typing.
      if (stopped.current || (!isKept.current && isAsProposed(form, values))) return;
      waiting.current = structuredClone(values) as Values;
      typed.set(key, { body: waiting.current, savedAt: typed.get(key)?.savedAt ?? known.current });
      since.current ||= Date.now();
      setState((before) =>
        before.phase === "typing" || before.phase === "waiting" || before.phase === "elsewhere"
          ? before
          : { ...before, phase: "typing" },
      );
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void send.current(),
        Math.max(0, Math.min(quietMs, since.current + longestMs - Date.now())),
      );
    });
    const now = () => void send.current();
    window.addEventListener("online", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer.current);
      window.removeEventListener("online", now);
      document.removeEventListener("visibilitychange", now);
      now(); // leaving the page within the portal loses nothing
    };
  }, [form, key]);

  const stop = useCallback(
    async (drop: boolean) => {
      stopped.current = true;
      typed.delete(key);
      waiting.current = null;
      clearTimeout(timer.current);
      if (drop) await dropDraftAction({ key }).catch(() => undefined);
    },
    [key],
  );

  /** What was kept is dropped, and the form begins anew: in this order, so that a page that is left at once does not bring it back. */
  const discard = useCallback(
    async (proposed: Values) => {
      waiting.current = null;
      clearTimeout(timer.current);
      await dropDraftAction({ key }).catch(() => undefined);
      isKept.current = false;
      known.current = null;
      form.reset(proposed);
      typed.delete(key); // the form just told of its own emptying
      waiting.current = null;
      clearTimeout(timer.current);
      setState({ phase: "empty", savedAt: null });
    },
    [key, form],
  );

  return { state, stop, discard };
}

const isAsProposed = <Values extends FieldValues>(form: UseFormReturn<Values>, values: unknown): boolean =>
  JSON.stringify(values) === JSON.stringify(form.formState.defaultValues);
