import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import { notifiedAddress } from "@/lib/requests/notified/address";
import type { NotifiedFilter } from "@/lib/requests/notified/schema";

/** The filters of the prosecutor's list as a plain form: they live in the address, and no person's data is among them. */
export function NotifiedFilters({
  value,
  kindCodes,
}: {
  value: NotifiedFilter;
  kindCodes: readonly string[];
}) {
  const t = useTranslations("authenticity.notified");
  const kinds = useTranslations("kinds");
  return (
    <form key={JSON.stringify(value)} action={paths.notified} className="row wrap t13 filters no-print">
      {value.show === "all" ? null : <input type="hidden" name="show" value={value.show} />}
      <label className="row">
        <span className="mut nw">{t("kind")}</span>
        <Select
          name="kind"
          defaultValue={value.kind ?? ""}
          placeholder={t("every")}
          choices={kindCodes.map((code) => ({ value: code, label: kinds(code as "ACCOUNT_FREEZE") }))}
        />
      </label>
      <label className="row">
        <span className="mut nw">{t("code")}</span>
        <TextInput name="code" defaultValue={value.code ?? ""} maxLength={40} autoComplete="off" />
      </label>
      <Button type="submit">{t("apply")}</Button>
      {value.kind || value.code ? (
        <ButtonLink href={notifiedAddress({ show: value.show }, {})}>{t("clear")}</ButtonLink>
      ) : null}
    </form>
  );
}
