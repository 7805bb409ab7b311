"use client";

import { useCallback, useEffect, useState } from "react";
import type { Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import type { StepResult } from "@/lib/requests/step";
import { cursorWish, forgetCursorWish } from "./answers/cursor-wish";
import type { answerFormOf } from "./answers/registry";

type OpenedProps = {
  Form: NonNullable<ReturnType<typeof answerFormOf>>;
  item: ReceivedRequest["items"][number];
  request: ReceivedRequest;
  institutions: readonly Institution[];
  formId: string;
  onBusy: (itemId: string, busy: boolean) => void;
  onDoubt: (itemId: string, inDoubt: boolean) => void;
  onTyping: () => void;
  onSays: (itemId: string, words: string | null) => void;
  onSent: (itemId: string, result: StepResult) => void;
};

/** Keeps the target as it was when the form appeared: a refreshed page must not lend it a newer version. */
export function OpenedForm({ Form, item, request, onBusy, onDoubt, onSays, onSent, ...rest }: OpenedProps) {
  const [opened] = useState(item);
  const [focus] = useState(() => cursorWish(request.id) !== null);
  useEffect(forgetCursorWish, []);
  const sent = useCallback((result: StepResult) => onSent(opened.id, result), [onSent, opened.id]);
  const work = useCallback((busy: boolean) => onBusy(opened.id, busy), [onBusy, opened.id]);
  const doubt = useCallback((inDoubt: boolean) => onDoubt(opened.id, inDoubt), [onDoubt, opened.id]);
  const say = useCallback((words: string | null) => onSays(opened.id, words), [onSays, opened.id]);
  return (
    <Form
      {...rest}
      requestId={request.id}
      requestCode={request.code}
      kindCode={request.kindCode}
      item={opened}
      items={request.items}
      details={request.details}
      files={request.answerFiles}
      latestHoldUntil={request.latestHoldUntil}
      focus={focus}
      onBusy={work}
      onDoubt={doubt}
      onSays={say}
      onSent={sent}
    />
  );
}
