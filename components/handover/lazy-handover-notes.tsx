"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// Most mornings nobody left a word: a home or a queue without one does not carry what shows it.
const HandoverNotes = lazy(() =>
  import("./handover-notes").then((module) => ({ default: module.HandoverNotes })),
);

export function LazyHandoverNotes(props: ComponentProps<typeof HandoverNotes>) {
  if (props.rows.length === 0 && props.mentions.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <HandoverNotes {...props} />
    </Suspense>
  );
}
