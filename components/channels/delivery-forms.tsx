"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { DialogForm } from "@/components/admin/dialog-form";
import { Button } from "@/components/ui/button";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import type { Channel } from "@/lib/channels/claim";
import { discardDeliveryAction, retryDeliveryAction, retryReceiverAction } from "@/lib/channels/desk/actions";
import { discardDeliveryInput } from "@/lib/channels/desk/schema";

function PressButton({
  words,
  done,
  send,
}: {
  words: string;
  done: string;
  send: () => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const problemWords = useProblemWords();
  const toast = useToast();
  const [pending, start] = useTransition();
  const press = () =>
    start(async () => {
      const result = await send().catch(() => ({ ok: false as const, code: "unreachable" as const }));
      toast(result.ok ? done : problemWords(result.code));
      router.refresh();
    });
  return (
    <Button pending={pending} onClick={press}>
      {words}
    </Button>
  );
}

/** Sends a line again or discards it with a reason. */
export function DeliveryActs({ deliveryId }: { deliveryId: string }) {
  const t = useTranslations("channels");
  return (
    <span className="row">
      <PressButton
        words={t("retry")}
        done={t("retried")}
        send={() => retryDeliveryAction({ key: crypto.randomUUID(), deliveryId })}
      />
      <DialogForm<unknown>
        open={t("discard")}
        look="danger"
        formLook="danger-solid"
        title={t("discard")}
        lead={t("discardLead")}
        done={t("discarded")}
        schema={discardDeliveryInput}
        action={discardDeliveryAction}
        fixed={{ deliveryId }}
        values={{ reason: "" }}
        fields={[{ as: "area", name: "reason", label: t("reason"), required: true }]}
        submit={t("discard")}
      />
    </span>
  );
}

/** Sends again all that waits for one receiver or was given up there. */
export function RetryReceiver({ channel, receiverId }: { channel: Channel; receiverId: string }) {
  const t = useTranslations("channels");
  return (
    <PressButton
      words={t("retryAll")}
      done={t("retried")}
      send={() => retryReceiverAction({ key: crypto.randomUUID(), channel, receiverId })}
    />
  );
}
