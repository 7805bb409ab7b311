import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { Kind } from "./kind";

type Asked = { id: string; kind: OrganisationKind; segment: string | null };

/** The register's words for addressees, by the kind of organisation that they divide. */
const wordsOf: Partial<Record<OrganisationKind, readonly string[]>> = {
  bank: ["bank", "treasury"],
  payment_intermediary: ["payment-intermediary", "napas"],
  telecom: ["telecom"],
  isp_registrar: ["isp", "registrar", "vnnic"],
  platform: ["platform", "e-commerce", "crypto-exchange", "app-store", "hosting"],
  police: ["police"],
};

/**
 * May this organisation be asked this? `words` are those of the register's row: where they divide its kind of organisation
 * (registrars, not carriers) it has to be one of those that they name.
 */
export function mayBeAsked(
  kind: Pick<Kind, "addressees">,
  words: readonly string[],
  asked: Pick<Asked, "kind" | "segment">,
): boolean {
  if (!kind.addressees.includes(asked.kind)) return false;
  const dividing = words.filter((word) => wordsOf[asked.kind]?.includes(word));
  return dividing.length === 0 || asked.segment === null || dividing.includes(asked.segment);
}

/** May a target that `keeperId` keeps be asked about there? NAPAS sees what goes between the accounts of others. */
export const mayKeep = (
  kind: Pick<Kind, "keeperOnly">,
  addressee: { id: string; segment: string | null },
  keeperId: string | null,
): boolean =>
  !kind.keeperOnly || keeperId === null || keeperId === addressee.id || addressee.segment === "napas";
