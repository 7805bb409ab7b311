import type { Field } from "@/lib/requests/kinds/field";
import { FieldList, type Told } from "./field-list";

/** What the request asks of one target: a port and a time, a place, what was captured. */
export function TargetAsked({
  fields,
  details,
  files,
}: {
  /** The fields that the kind asks of each target. */
  fields: readonly Field[];
  details: Told | null;
  files: readonly { id: string; name: string }[];
}) {
  if (fields.length === 0 || !details) return null;
  return (
    <div className="t13">
      <FieldList fields={fields} told={details} files={files} />
    </div>
  );
}
