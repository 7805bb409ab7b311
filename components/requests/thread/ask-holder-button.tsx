"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { wishToWrite } from "./composer-wish";

/** Asks the colleague who has a request, and the desk's managers, to give it over: a note among colleagues that names them. */
export function AskHolderButton({
  requestId,
  mentions,
}: {
  requestId: string;
  mentions: readonly { membershipId: string; name: string }[];
}) {
  const t = useTranslations("queue");
  if (mentions.length === 0) return null;
  const names = mentions.map(({ name }) => `@${name}`).join(" ");
  return (
    <Button
      size="sm"
      onClick={() =>
        wishToWrite({
          requestId,
          inside: true,
          mentions: mentions.map(({ membershipId }) => membershipId),
          body: `${names} ${t("askHolderText")}`,
        })
      }
    >
      {t("askHolder")}
    </Button>
  );
}
