import { expect, it } from "vitest";
import { routesOf } from "./http";

const routeOf = routesOf([
  "/",
  "/cases",
  "/cases/new",
  "/cases/[id]",
  "/api/auth/[...nextauth]",
  "/calendar/feed/[token]",
]);

it.each([
  ["/", "/"],
  ["/cases?tab=mine&q=0901234567", "/cases"],
  ["/cases/new", "/cases/new"],
  ["/cases/0199f3a0-1111-7000-8000-000000000000", "/cases/[id]"],
  ["/calendar/feed/s3cr3t.ics", "/calendar/feed/[token]"],
  ["/api/auth/session/x", "/api/auth/[...nextauth]"],
  ["/_next/static/chunks/a.js", "static"],
  ["/cases/a/b/c", "other"],
  ["/wp-login.php", "other"],
])("%s is counted as %s", (url, route) => expect(routeOf(url)).toBe(route));
