"use client";

import { Plus } from "@/components/icons/plus";
import { X } from "@/components/icons/x";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

type Props = {
  legend: string;
  rows: readonly { id: string }[];
  /** The fields of one row. */
  fields: (index: number) => ReactNode;
  /** Further fields of a row, below it. */
  more?: (index: number) => ReactNode;
  /** What is wrong with the list as a whole; shown while it is empty. */
  problem: string | undefined;
  add: { label: string; act: () => void };
  remove: { label: (number: number) => string; act: (index: number) => void };
};

/** Where money went, one movement a row; rows are added at the foot and taken away at their end. */
export function MovedRows({ legend, rows, fields, more, problem, add, remove }: Props) {
  return (
    <fieldset className="moved">
      <legend className={rows.length > 0 ? "label" : "vh"}>{legend}</legend>
      {rows.map(({ id }, index) => (
        <div className="moved-row" key={id}>
          {fields(index)}
          <IconButton
            size="sm"
            className="moved-x"
            label={remove.label(index + 1)}
            icon={<X className="i i-14" aria-hidden />}
            onClick={() => remove.act(index)}
          />
          {more?.(index)}
        </div>
      ))}
      {problem && rows.length === 0 ? <p className="error">{problem}</p> : null}
      <button type="button" className="linkbtn row g1" onClick={add.act}>
        <Plus className="i i-14" aria-hidden />
        {add.label}
      </button>
    </fieldset>
  );
}
