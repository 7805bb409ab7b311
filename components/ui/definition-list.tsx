import { Fragment, type ReactNode } from "react";

/** Pairs of a name and what it is. A pair without a value is left out. */
export function DefinitionList({
  pairs,
  className,
}: {
  pairs: readonly { name: string; value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl className={className ? `dl ${className}` : "dl"}>
      {pairs
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
