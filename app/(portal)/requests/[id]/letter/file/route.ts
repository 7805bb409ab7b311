import { exportLetter } from "@/lib/documents/export-letter";
import { paperRoute } from "@/lib/documents/paper-route";

/** The order or official letter as a file. */
export const GET = paperRoute(exportLetter);
