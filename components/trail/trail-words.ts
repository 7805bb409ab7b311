import type { useTranslations } from "next-intl";
import type { Language } from "@/lib/i18n/languages";
import { vndParts } from "@/lib/money/format-vnd";
import type { TrailWords } from "@/lib/money/trail/drawing";
import { trailStatuses } from "@/lib/money/trail/status";

type Translate = ReturnType<typeof useTranslations<"trail">>;

/** The drawing's words, from the namespace `trail`. */
export function trailWords(t: Translate, language: Language): TrailWords {
  return {
    status: Object.fromEntries(
      trailStatuses.map((status) => [status, t(`status.${status}`)]),
    ) as TrailWords["status"],
    layer: (layer) => t("layer", { layer }),
    victims: t("victims"),
    unlinked: t("unlinked"),
    noHolder: t("noHolder"),
    noInstitution: t("noInstitution"),
    paid: t("paid"),
    digits: (amount) => vndParts(amount, language).digits,
    times: (count) => t("times", { count }),
    foot: {
      entered: t("sums.entered"),
      held: t("sums.held"),
      cashedOut: t("sums.cashedOut"),
      movedOn: t("sums.movedOn"),
      pending: t("sums.pending"),
      unasked: t("footUnasked"),
      outside: t("footOutside"),
      unexplained: t("sums.unexplained"),
    },
  };
}
