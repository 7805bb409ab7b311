import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import vi from "@/messages/vi.json";
import { LimitEnd } from "./limit-end";

const shown = (at: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ ui: vi.ui }}>
      <LimitEnd at={at} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, "");

it.each([
  ["2026-11-26T17:00:00.000Z", "hết ngày 26/11/2026"],
  ["2026-11-26T10:30:00.000Z", "26/11/2026 17:30"],
  ["2026-11-26T16:59:00.000Z", "26/11/2026 23:59"],
])("an end at %s is told as %s", (at, words) => expect(shown(at)).toBe(words));
