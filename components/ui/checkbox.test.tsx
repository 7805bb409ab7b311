import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Checkbox } from "./checkbox";

const sent = (box: Parameters<typeof Checkbox>[0]) => renderToStaticMarkup(<Checkbox {...box} />);

it("is closed in the page that is sent, and looks as it will, where the script listens to it", () => {
  const page = sent({ label: "A row", checked: false, onChange: () => undefined });
  expect(page).toContain("disabled");
  expect(page).toContain("data-waits");
});

it("stands open where the browser itself sends it, and does not wait where it is closed for good", () => {
  expect(sent({ label: "A filter", name: "urgent" })).not.toMatch(/disabled|data-waits/);
  expect(sent({ label: "A row", disabled: true, onChange: () => undefined })).not.toContain("data-waits");
});
