import { formatPrecisely } from "@/lib/i18n/local-time";
import type { ExportMark } from "@/lib/exports/types";
import { vietnamese } from "./vietnamese";

/** Who took this page out of the portal and when, in small at its foot: a page that leaked names who exported it. */
export const footLine = (mark: ExportMark): string =>
  vietnamese().letters("foot", {
    number: mark.number,
    who: mark.madeBy,
    organisation: mark.orgName,
    time: formatPrecisely(mark.madeAt),
  });
