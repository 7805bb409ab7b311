import { exportMinutes } from "@/lib/documents/export-letter";
import { paperRoute } from "@/lib/documents/paper-route";

/** The minutes of execution of a freeze as a file. */
export const GET = paperRoute(exportMinutes);
