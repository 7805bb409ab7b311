import type { Choice } from "@/components/ui/select";
import type { OrganisationChoice } from "@/lib/organisations/types";
import type { DocumentChoice } from "@/lib/reference/types";

type Common = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Takes the whole width of the form. */ wide?: boolean;
};
/** One field of an administrator's form, told by the page; what it must hold is the command's schema. */
export type FormField = Common &
  (
    | { as: "text" | "area" | "day" | "number" | "clock" | "email"; mono?: boolean; rows?: number }
    | { as: "select"; choices: readonly Choice[]; placeholder?: string }
    | { as: "checks"; choices: readonly Choice[] }
    | { as: "check" }
    | { as: "bases"; documents: readonly DocumentChoice[]; single?: boolean }
    | { as: "organisation"; shown?: string; onPicked?: (choice: OrganisationChoice | null) => void }
  );

/** A day as a form shows it, dd/MM/yyyy; empty for none. */
export const typedDay = (iso: string | null) => (iso ? iso.split("-").reverse().join("/") : "");
