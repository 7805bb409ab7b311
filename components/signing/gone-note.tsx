"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { paths } from "@/lib/paths";
import type { GoneCard } from "@/lib/requests/signing/types";

/** Why the card that was asked for is not here: it was signed, given back, or is not the reader's to sign. */
export function GoneNote({ gone }: { gone: GoneCard }) {
  const t = useTranslations("signing.gone");
  return (
    <Note tone="blue">
      {t(gone.what, { code: gone.code, who: gone.who })}{" "}
      <Link href={paths.request(gone.id)}>{t("open")}</Link>
    </Note>
  );
}
