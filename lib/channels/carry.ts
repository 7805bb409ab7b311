import type { Env } from "@/lib/env";
import type { Claimed } from "./claim";
import { deliverMail } from "./mail/deliver";
import { deliverMessage } from "./messages/deliver";
import { deliverWebhook } from "./webhook/deliver";

/** Brings one line to its receiver. @throws Gone, NotSent, or what the connection throws. */
export type Carry = (one: Claimed) => Promise<void>;

/** The ways out as this installation has them. */
export const carry =
  (settings: Pick<Env, "webhookAllowPrivate">): Carry =>
  ({ id, channel }) => {
    switch (channel) {
      case "webhook":
        return deliverWebhook(id, { allowPrivate: settings.webhookAllowPrivate });
      case "email":
        return deliverMail(id);
      case "sms":
      case "zalo":
        return deliverMessage(id, channel);
    }
  };
