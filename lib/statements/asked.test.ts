import { expect, it } from "vitest";
import { kinds } from "@/lib/requests/kinds";
import { readDetails } from "@/lib/requests/kinds/details";
import platforms from "@/prisma/data/platforms.json";
import { askedOf, proposedOf } from "./asked";
import { isOthersHost, mayBeChosen } from "./keepers";
import { platformAddresses, platformOf } from "./platform-addresses";
import type { Told } from "./types";

const now = new Date("2026-11-22T05:00:00Z");
const reported = "2026-11-22T04:30:00.000Z";
const target = (value: string, told?: Told) => ({ value, told });

it.each<[keyof typeof kinds, ReturnType<typeof target>]>([
  ["CONTENT_TAKEDOWN", target("facebook:a.b1", { passage: "Trang a.b1 đăng tin giả." })],
  ["CALL_BLOCK", target("+66812345678")],
  ["CALL_BLOCK", target("0978412265")],
  ["IP_INFO", target("42.112.88.19", { port: "51544", seenAt: "2026-11-12T13:14:00.000Z" })],
])("proposes for %s what the kind's own schema takes: %j", (code, about) => {
  const details = proposedOf(code, about, reported);
  const read = readDetails(
    kinds[code],
    { targets: [{ targetId: crypto.randomUUID(), details }], details: undefined },
    now,
  );
  expect(read.problems).toEqual({});
});

it("leaves open what nobody told", () => {
  expect(proposedOf("IP_INFO", target("42.112.88.19"), reported)).toEqual({});
  expect(proposedOf("CONTENT_TAKEDOWN", target("facebook:a.b1"), reported)).toEqual({});
  expect(proposedOf("SUBSCRIBER_INFO", target("0978412265"), reported)).toEqual({});
});

it("asks for no file, for which the draft has its form", () =>
  expect(askedOf("CONTENT_TAKEDOWN").map(({ key }) => key)).toEqual(["capturedAt", "snapshotText"]));

it("knows the addresses of the register's platforms", () =>
  expect(platformAddresses).toEqual(
    Object.fromEntries(
      platforms.platforms
        .filter(({ urlPatterns }) => urlPatterns.length > 0)
        .map(({ id, urlPatterns }) => [id, urlPatterns]),
    ),
  ));

it.each([
  ["https://www.facebook.com/share/p/1", "facebook"],
  ["https://m.me/abc", "facebook"],
  ["https://shopee.vn/abc", "shopee"],
  ["https://facebook.com.evil.top/login", null],
])("%s is kept by %s", (address, id) => expect(platformOf(address)).toBe(id));

it.each([
  ["bocongan.gov.vn", true],
  ["www.facebook.com", true],
  ["bit.ly", true],
  ["bocongan-gov.vn", false],
  ["facebook.com.evil.top", false],
])("%s is somebody else's: %s", (host, expected) => expect(isOthersHost(host)).toBe(expected));

it("offers registrars for a domain and carriers for an address", () => {
  const registrar = { kind: "isp_registrar" as const, segment: "registrar" };
  const carrier = { kind: "isp_registrar" as const, segment: "isp" };
  expect([mayBeChosen("domain", registrar), mayBeChosen("domain", carrier)]).toEqual([true, false]);
  expect([mayBeChosen("url", registrar), mayBeChosen("url", carrier)]).toEqual([false, true]);
});
