"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { OfferedKind } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";

// Each form is its own piece of script: the list of work does not carry them.
const hold = dynamic(() => import("./hold-answer-form").then(({ HoldAnswerForm }) => HoldAnswerForm));
const release = dynamic(() =>
  import("./release-answer-form").then(({ ReleaseAnswerForm }) => ReleaseAnswerForm),
);
const subscriber = dynamic(() =>
  import("./subscriber-answer-form").then(({ SubscriberAnswerForm }) => SubscriberAnswerForm),
);

/** The answer form of each kind. A new kind does not compile until it has its row here. */
const forms = {
  ACCOUNT_SUSPEND: hold,
  EWALLET_SUSPEND: hold,
  ACCOUNT_FREEZE: hold,
  ACCOUNT_UNFREEZE: release,
  SUBSCRIBER_INFO: subscriber,
} satisfies Record<OfferedKind, ComponentType<AnswerFormProps>>;

/** The form for a kind, or null for one that cannot be answered here. */
export function answerFormOf(kindCode: string): ComponentType<AnswerFormProps> | null {
  return Object.hasOwn(forms, kindCode) ? forms[kindCode as OfferedKind] : null;
}
