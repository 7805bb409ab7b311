import { exportRestitution } from "@/lib/documents/export-restitution";
import { paperRoute } from "@/lib/documents/paper-route";

/** A decision to give back as a file: whole for its unit, an extract for a holder. */
export const GET = paperRoute(exportRestitution);
