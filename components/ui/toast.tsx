"use client";

import { CircleCheck } from "@/components/icons/circle-check";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";

/** How long a message stays, in milliseconds; it waits while the pointer or the focus is on it. */
const shownMs = 5_000;

type Message = { id: number; words: ReactNode; action?: { label: string; run: () => void } };
type Show = (words: ReactNode, action?: Message["action"]) => void;
const Context = createContext<Show>(() => undefined);

/** Says that something is done: `const toast = useToast(); toast(t("sent"))`. Never for an error. */
export function useToast(): Show {
  return use(Context);
}

/** Holds the messages; once, in the frame. */
export function Toasts({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const nextId = useRef(0);
  const show = useCallback<Show>((words, action) => {
    const id = ++nextId.current;
    setMessages((shown) => [...shown.slice(-2), { id, words, action }]);
  }, []);
  const drop = useCallback(
    (id: number) => setMessages((shown) => shown.filter((message) => message.id !== id)),
    [],
  );
  return (
    <Context value={show}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {messages.map((message) => (
          <Toast key={message.id} message={message} onGone={drop} />
        ))}
      </div>
    </Context>
  );
}

function Toast({ message, onGone }: { message: Message; onGone: (id: number) => void }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  const gone = useMemo(() => () => onGone(message.id), [message.id, onGone]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(gone, shownMs);
    return () => clearTimeout(timer);
  }, [held, gone]);
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CircleCheck className="i" aria-hidden />
      <span className="grow">{message.words}</span>
      {message.action ? (
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => {
            message.action?.run();
            gone();
          }}
        >
          {message.action.label}
        </button>
      ) : null}
      <button type="button" className="btn btn-sm btn-icon btn-ghost" aria-label={t("close")} onClick={gone}>
        <X className="i" aria-hidden />
      </button>
    </div>
  );
}
