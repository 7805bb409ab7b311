"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { type OfferedKind, offeredKinds } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";

// Each form is its own piece of script: the list of work does not carry them.
const hold = dynamic(() => import("./hold-answer-form").then(({ HoldAnswerForm }) => HoldAnswerForm));
const fields = dynamic(() => import("./fields-answer").then(({ FieldsAnswer }) => FieldsAnswer));

/** Kinds whose answers need more craft than their columns tell: money that moved on has to add up. All others are made from columns. */
const special: Partial<Record<OfferedKind, ComponentType<AnswerFormProps>>> = {
  ACCOUNT_SUSPEND: hold,
  EWALLET_SUSPEND: hold,
  ACCOUNT_FREEZE: hold,
};

/** The form for a kind, or null for one that cannot be answered here. */
export function answerFormOf(kindCode: string): ComponentType<AnswerFormProps> | null {
  const kind = offeredKinds.find((code) => code === kindCode);
  return kind ? (special[kind] ?? fields) : null;
}
