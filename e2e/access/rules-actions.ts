import { type ActionRule, stale } from "./action-rule";
import { adminRules } from "./rules-admin";
import { caseRules } from "./rules-case";
import { clockRules } from "./rules-clock";
import { deskRules } from "./rules-desk";
import { ownRules } from "./rules-own";
import { policeRules } from "./rules-police";
import { releaseRules } from "./rules-release";
import { talkRules } from "./rules-talk";

/** Every server action of the build. One that is not named here fails coverage.spec.ts. */
export const actionRules: Record<string, ActionRule> = {
  ...policeRules,
  ...deskRules,
  ...talkRules,
  ...clockRules,
  ...caseRules,
  ...releaseRules,
  ...ownRules,
  ...adminRules,
};

/** What an answer to somebody who may act looks like when nothing was done: he was let in, and the form or the version stopped him. */
export const letIn = new Set([
  "ok",
  "changed-meanwhile",
  "not-now",
  "invalid",
  "second-factor",
  "key-reused",
  "too-many",
]);
/** What somebody who sees the record but may not act is told. The item's or the lifecycle's own refusal may come first. */
export const turnedAway = new Set(["not-allowed", "changed-meanwhile", "not-now"]);
export const staleVersion = stale;
