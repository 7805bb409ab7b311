/** The organ above stands in its own line of a paper: the unit's name below does not repeat it. */
export const ownName = ({ above, name }: { above: string | null; name: string }): string =>
  above && name.endsWith(above) ? name.slice(0, -above.length).replace(/[\s,]+$/, "") || name : name;
