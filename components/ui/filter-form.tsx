import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { ButtonLink } from "./button-link";
import { Select } from "./select";

/**
 * The filters of a list as a plain form: they live in the address, work without script and hold no person's data. `value` is what the address
 * says now; going back shows that list's values and not what was chosen last. `clear` where there is something to clear.
 */
export function FilterForm({
  value,
  action,
  apply,
  clear,
  children,
}: {
  value: object;
  action: string;
  apply: string;
  clear: { href: string; label: string } | null;
  children: ReactNode;
}) {
  return (
    <form key={JSON.stringify(value)} action={action} className="row wrap t13 filters filters-lined no-print">
      {children}
      <Button type="submit" size="sm">
        {apply}
      </Button>
      {clear ? (
        <ButtonLink href={clear.href} look="ghost" size="sm">
          {clear.label}
        </ButtonLink>
      ) : null}
    </form>
  );
}

/** One field of it, its name before it. */
export const FilterField = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="row">
    <span className="mut nw">{label}</span>
    {children}
  </label>
);

export const FilterSelect = ({ label, ...rest }: ComponentProps<typeof Select> & { label: string }) => (
  <FilterField label={label}>
    <Select {...rest} />
  </FilterField>
);

/** Stands in the address as `1` when it is ticked, and not at all when it is not. */
export const FilterCheck = ({ label, name, value }: { label: string; name: string; value?: "1" }) => (
  <label className="check">
    <input type="checkbox" name={name} value="1" defaultChecked={value === "1"} />
    <span>{label}</span>
  </label>
);
