"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// The desk with its forms is a piece of script of its own: a queue on which nothing is open does not carry it.
const piece = () => import("./open-request");
const AnswerDesk = lazy(() => piece().then((module) => ({ default: module.AnswerDesk })));
const AskHolderButton = lazy(() => piece().then((module) => ({ default: module.AskHolderButton })));
const AssignMenu = lazy(() => piece().then((module) => ({ default: module.AssignMenu })));
const MarkOpened = lazy(() => piece().then((module) => ({ default: module.MarkOpened })));
const SentLine = lazy(() => piece().then((module) => ({ default: module.SentLine })));
const DeskFigures = lazy(() => import("./desk-figures").then((module) => ({ default: module.DeskFigures })));

// What the server names must be a component of this file: a lazy one, named across the border, would be lazy twice.
export const LazyAnswerDesk = (props: ComponentProps<typeof AnswerDesk>) => <AnswerDesk {...props} />;
export const LazyAssignMenu = (props: ComponentProps<typeof AssignMenu>) => <AssignMenu {...props} />;
export const LazyAskHolder = (props: ComponentProps<typeof AskHolderButton>) => (
  <AskHolderButton {...props} />
);
export const LazySentLine = (props: ComponentProps<typeof SentLine>) => <SentLine {...props} />;
export const LazyDeskFigures = (props: ComponentProps<typeof DeskFigures>) => <DeskFigures {...props} />;
/** Shows nothing, so nothing stands in its place either. */
export const LazyMarkOpened = (props: ComponentProps<typeof MarkOpened>) => (
  <Suspense fallback={null}>
    <MarkOpened {...props} />
  </Suspense>
);
