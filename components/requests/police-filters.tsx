import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import type { PoliceRequestFilter } from "@/lib/requests/police/filter";
import { paths } from "@/lib/paths";

/** The filters of the list as a plain form: they live in the address, work without script and hold no person's data. */
export function PoliceRequestFilters({
  value,
  kindCodes,
  addressees,
}: {
  value: PoliceRequestFilter;
  kindCodes: readonly string[];
  addressees: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("requests.filter");
  const kind = useTranslations("kinds");
  const active = value.kind || value.addressee || value.overdue || value.mine;
  return (
    // A form of its own for each address: going back shows that list's values and not what was chosen last.
    <form key={JSON.stringify(value)} action={paths.requests} className="row wrap t13 filters">
      <input type="hidden" name="view" value={value.view} />
      <label className="row">
        <span className="mut nw">{t("kind")}</span>
        <Select
          name="kind"
          defaultValue={value.kind ?? ""}
          placeholder={t("all")}
          choices={kindCodes.map((code) => ({ value: code, label: kind(code as "ACCOUNT_SUSPEND") }))}
        />
      </label>
      <label className="row">
        <span className="mut nw">{t("addressee")}</span>
        <Select
          name="addressee"
          defaultValue={value.addressee ?? ""}
          placeholder={t("all")}
          choices={addressees.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </label>
      <label className="check">
        <input type="checkbox" name="overdue" value="1" defaultChecked={value.overdue === "1"} />
        <span>{t("overdue")}</span>
      </label>
      <label className="check">
        <input type="checkbox" name="mine" value="1" defaultChecked={value.mine === "1"} />
        <span>{t("mine")}</span>
      </label>
      <Button type="submit" size="sm">
        {t("apply")}
      </Button>
      {active ? (
        <ButtonLink href={`${paths.requests}?view=${value.view}`} look="ghost" size="sm">
          {t("clear")}
        </ButtonLink>
      ) : null}
    </form>
  );
}
