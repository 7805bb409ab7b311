import type { RequestStatus } from "@/lib/generated/prisma/enums";

/** A request that this one came from, or that came from it. */
export type LinkedRequest = {
  id: string;
  code: string;
  link: "pair" | "rerouted";
  /** Which of both was first. */
  isEarlier: boolean;
  kindCode: string;
  addressee: string;
  status: RequestStatus;
};
/** Targets that are not the addressee's: who keeps them, where the answer named somebody, and who could. */
export type Reroute = {
  /** The organisation of the register that the answer named. */
  operatorId: string | null;
  /** What it wrote of who keeps them. */
  operator: string | null;
  items: { id: string; display: string }[];
};
export type Reroutes = { groups: Reroute[]; choices: { id: string; name: string }[] };
/** One look at what was taken down. */
export type Recheck = { isGone: boolean; note: string | null; by: string; at: string };
