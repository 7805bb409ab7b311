import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Field } from "@/lib/requests/kinds/field";
import { paidIn } from "@/lib/requests/paid-in";
import { FieldList, type Told } from "./field-list";

/** What the request asks of one target: a port and a time, a place, what was captured; of an account, what was paid into it and when. */
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
  const t = useTranslations("answers.fields");
  const payments = paidIn(details);
  if (!details || fields.length + payments.length === 0) return null;
  return (
    <div className="t13">
      <FieldList fields={fields} told={details} files={files} />
      {payments.length === 0 ? null : (
        <DefinitionList
          className="paid-in"
          pairs={[
            {
              name: t("paidIn"),
              value: payments.map(({ at, amount }, index) => (
                <span className="sub2 nw" key={index}>
                  <Timestamp at={at} /> · <Money value={amount} />
                </span>
              )),
            },
          ]}
        />
      )}
    </div>
  );
}
