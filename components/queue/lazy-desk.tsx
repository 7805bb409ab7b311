"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// The desk with its forms is a piece of script of its own: a queue on which nothing is open does not carry it.
const AnswerDesk = lazy(() =>
  import("@/components/requests/answer-desk").then((module) => ({ default: module.AnswerDesk })),
);
const AskHolderButton = lazy(() =>
  import("@/components/requests/thread/ask-holder-button").then((module) => ({
    default: module.AskHolderButton,
  })),
);
const MarkOpened = lazy(() =>
  import("@/components/requests/mark-opened").then((module) => ({ default: module.MarkOpened })),
);
const DeskFigures = lazy(() => import("./desk-figures").then((module) => ({ default: module.DeskFigures })));
const AssignMenu = lazy(() => import("./assign-menu").then((module) => ({ default: module.AssignMenu })));

// What the server names must be a component of this file: a lazy one, named across the border, would be lazy twice.
export const LazyAnswerDesk = (props: ComponentProps<typeof AnswerDesk>) => <AnswerDesk {...props} />;
export const LazyAssignMenu = (props: ComponentProps<typeof AssignMenu>) => <AssignMenu {...props} />;
export const LazyAskHolder = (props: ComponentProps<typeof AskHolderButton>) => (
  <AskHolderButton {...props} />
);
export const LazyDeskFigures = (props: ComponentProps<typeof DeskFigures>) => <DeskFigures {...props} />;
/** Shows nothing, so nothing stands in its place either. */
export const LazyMarkOpened = (props: ComponentProps<typeof MarkOpened>) => (
  <Suspense fallback={null}>
    <MarkOpened {...props} />
  </Suspense>
);
