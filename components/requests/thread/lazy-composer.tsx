"use client";

import { type ComponentProps, lazy } from "react";

// Writing is a piece of script of its own: who only reads does not carry it.
const Composer = lazy(() => import("./composer").then((module) => ({ default: module.Composer })));

// What the server names must be a component of this file: a lazy one, named across the border, would be lazy twice.
export const LazyComposer = (props: ComponentProps<typeof Composer>) => <Composer {...props} />;
