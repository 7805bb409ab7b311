"use client";

import { type ComponentType, lazy } from "react";
import { type OfferedKind, offeredKinds } from "@/lib/requests/kinds";
import type { AnswerFormProps } from "./answer-form";

// Each form is its own piece of script: the list of work does not carry them. Not by next/dynamic (docs/decisions/components.md).
const hold = lazy(() => import("./hold-answer-form").then((module) => ({ default: module.HoldAnswerForm })));
const fields = lazy(() => import("./fields-answer").then((module) => ({ default: module.FieldsAnswer })));

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
