"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// Writing is a piece of script of its own: who only reads does not carry it.
const Composer = lazy(() => import("./composer").then((module) => ({ default: module.Composer })));

// What the server names must be a component of this file: a lazy one, named across the border, would be lazy twice.
export const LazyComposer = (props: ComponentProps<typeof Composer>) => <Composer {...props} />;

const MarkRead = lazy(() => import("./mark-read").then((module) => ({ default: module.MarkRead })));
/** Says to the server that the talk was seen; shows nothing. */
export const LazyMarkRead = (props: ComponentProps<typeof MarkRead>) => (
  <Suspense fallback={null}>
    <MarkRead {...props} />
  </Suspense>
);
