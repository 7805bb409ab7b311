import { columnsOf } from "@/lib/requests/kinds";
import { FieldList, type Told } from "./fields/field-list";

type Names = {
  institutions: Readonly<Record<string, string>>;
  files: readonly { id: string; name: string }[];
};

/** Everything an answer tells, in the order of its kind's columns. What stands in the line above it is not said again. */
export function AnswerDetail({
  kindCode,
  item,
  ...names
}: Names & {
  kindCode: string;
  item: { outcome: string | null; answer: Told | null; heldAmount: string | null };
}) {
  const fields = columnsOf(kindCode, item.outcome).filter(
    ({ key }) => item.heldAmount === null || !summed.includes(key),
  );
  return (
    <div className="stack-2 t13">
      <FieldList fields={fields} told={item.answer} {...names} />
    </div>
  );
}
const summed = ["amount", "until"];

/** Does an answer say more than its one line? */
export const tellsMore = (
  kindCode: string,
  item: { outcome: string | null; answer: Told | null; heldAmount: string | null },
): boolean =>
  columnsOf(kindCode, item.outcome).some(({ key }) => {
    const value = item.answer?.[key];
    if (item.heldAmount !== null && summed.includes(key)) return false;
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
