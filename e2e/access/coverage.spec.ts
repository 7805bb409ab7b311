import { expect, test } from "@playwright/test";
import { builtActions, builtRoutes } from "../support/build";
import { actionRules } from "./rules-actions";
import { handlerRules, pageRules } from "./rules-routes";

const rows = (found: string[], known: object) => ({
  unnamed: found.filter((name) => !(name in known)),
  gone: Object.keys(known).filter((name) => !found.includes(name)),
});

test("every page, handler and action of the build has its row in the rights matrix, and no row is left over", () => {
  const routes = builtRoutes();
  const pages = routes.filter(({ isPage }) => isPage).map(({ pattern }) => pattern);
  const handlers = routes.filter(({ isPage }) => !isPage).map(({ pattern }) => pattern);
  expect.soft(rows(pages, pageRules), "pages").toEqual({ unnamed: [], gone: [] });
  expect.soft(rows(handlers, handlerRules), "handlers").toEqual({ unnamed: [], gone: [] });
  const actions = builtActions();
  expect
    .soft(
      actions.filter(({ name }) => !name).map(({ file }) => file),
      "actions without a name",
    )
    .toEqual([]);
  expect
    .soft(
      rows(
        actions.map(({ name }) => name),
        actionRules,
      ),
      "actions",
    )
    .toEqual({ unnamed: [], gone: [] });
});
