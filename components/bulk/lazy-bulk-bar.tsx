"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// The bar with its acts comes when the first row is chosen: a list that is only read does not carry it.
const BulkBar = lazy(() => import("./bulk-bar").then((module) => ({ default: module.BulkBar })));

export function LazyBulkBar(props: ComponentProps<typeof BulkBar>) {
  if (props.chosen.length === 0) return null;
  return (
    <Suspense fallback={<div className="bulk" aria-hidden />}>
      <BulkBar {...props} />
    </Suspense>
  );
}
