"use client";

import { lazy } from "react";

/** The desk with its forms is a piece of script of its own: a queue on which nothing is open does not carry it. */
export const LazyAnswerDesk = lazy(() =>
  import("@/components/requests/answer-desk").then(({ AnswerDesk }) => ({ default: AnswerDesk })),
);

/** So is what gives a request to a colleague. */
export const LazyAssignMenu = lazy(() =>
  import("./assign-menu").then(({ AssignMenu }) => ({ default: AssignMenu })),
);
