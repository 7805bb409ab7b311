import { z } from "zod";
import { reasonInput, stepInput } from "@/lib/requests/schema";

const proposalId = z.uuid("invalid");

/** The reason is what the addressee reads when a commander agrees. */
export const proposeWithdrawalInput = reasonInput;
export const agreeToWithdrawInput = stepInput.extend({ proposalId });
export const takeBackWithdrawalInput = stepInput.extend({ proposalId });
export const declineToWithdrawInput = reasonInput.extend({ proposalId });
