import { expect, it } from "vitest";
import { restitutionLifecycle } from "./lifecycle";

it("has the arrows of its guard", () =>
  expect(
    [
      ...new Set(
        Object.entries(restitutionLifecycle).flatMap(([from, steps]) =>
          Object.values(steps).map(({ to }) => `${from}>${to}`),
        ),
      ),
    ].sort(),
  ).toEqual([
    "APPROVED>CANCELLED",
    "DRAFT>CANCELLED",
    "DRAFT>PENDING_APPROVAL",
    "PENDING_APPROVAL>APPROVED",
    "PENDING_APPROVAL>CANCELLED",
    "PENDING_APPROVAL>DRAFT",
  ]));
