import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { TargetKind } from "@/lib/targets/target-kind";
import { platformOf } from "./platform-addresses";
import type { Receiver } from "./types";

type Keeper = { kind: OrganisationKind; segments?: readonly string[] };

/** Who may be asked about a target of each kind: the organisation that keeps it, for addresses also who carries them. */
const keepers: Partial<Record<TargetKind, readonly Keeper[]>> = {
  bank_account: [{ kind: "bank" }],
  e_wallet: [{ kind: "payment_intermediary" }],
  phone_number: [{ kind: "telecom" }],
  social_account: [{ kind: "platform" }],
  app: [{ kind: "platform" }],
  domain: [{ kind: "isp_registrar", segments: ["registrar", "vnnic"] }],
  url: [{ kind: "platform" }, { kind: "telecom" }, { kind: "isp_registrar", segments: ["isp"] }],
  ip_address: [{ kind: "telecom" }, { kind: "isp_registrar", segments: ["isp"] }],
};

/** Kinds that one organisation must keep: without it nobody can be asked, and the desk says so. Addresses may stay unasked. */
const waiting: readonly TargetKind[] = [
  "bank_account",
  "e_wallet",
  "phone_number",
  "social_account",
  "domain",
];

export const needsKeeper = (kind: TargetKind): boolean => waiting.includes(kind);
/** The word for the first of them; null for a kind about which nobody is asked on this desk. */
export const keeperWord = (kind: TargetKind): OrganisationKind | "asked" | null => {
  const own = keepers[kind];
  return own === undefined ? null : own.length === 1 ? own[0]!.kind : "asked";
};

/** May this organisation be chosen for a target of this kind? */
export const mayBeChosen = (kind: TargetKind, receiver: Pick<Receiver, "kind" | "segment">): boolean =>
  (keepers[kind] ?? []).some(
    (keeper) =>
      keeper.kind === receiver.kind &&
      (keeper.segments === undefined || keeper.segments.includes(receiver.segment ?? "")),
  );

/** Services that lend their name to everybody: their own domain is nobody's to suspend. */
const shared =
  /(?:^|\.)(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|cutt\.ly|shorturl\.at|google\.com|gmail\.com|youtu\.be|forms\.gle|github\.io|vercel\.app|netlify\.app|pages\.dev|workers\.dev|blogspot\.com|wordpress\.com|amazonaws\.com|web\.app|firebaseapp\.com)$/;

/**
 * Is this host one that a proposal must not touch: the State's (`.gov.vn`, `.mil.vn`), a platform's, or a service that many share?
 * A statement names them as often as it names the swindlers' own ("trang thật là …").
 */
export const isOthersHost = (host: string): boolean =>
  /(?:^|\.)(?:gov|mil|edu)\.vn$/.test(host) || shared.test(host) || platformOf(`${host}/`) !== null;
