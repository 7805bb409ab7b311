import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import telecoms from "@/prisma/data/telecoms.json";
import { groupTarget, isTargetKind, maskTarget, normaliseTarget, targetDefinitions } from "./kinds";
import { chainOf } from "./kinds/crypto-wallet";
import { operatorOf } from "./kinds/phone-number";
import { targetErrors, targetKinds, type TargetError, type TargetKind } from "./target-kind";

const tronAddress = "TJYeasTPa6gpEEfYAcHRHTXCLyzMDVJrJz";
const understood: [TargetKind, string, string][] = [
  ...[
    "0912345678",
    "+84912345678",
    "84912345678",
    "0912.345.678",
    "0912 345 678",
    "0084 912 345 678",
    "+84 (0)912-345-678",
    "091\u200b2345678",
    "０９１２３４５６７８",
    "912345678",
    "tel:+84912345678",
    " 0912\u00a0345\u202f678 ",
  ].map((typed): [TargetKind, string, string] => ["phone_number", typed, "0912345678"]),
  ["phone_number", "0842345678", "0842345678"],
  ["phone_number", "84842345678", "0842345678"],
  ["phone_number", "(024) 3825 1234", "02438251234"],
  ["phone_number", "+84 24 3825 1234", "02438251234"],
  ["phone_number", "1900 1234", "19001234"],
  ["phone_number", "+855 12 345 678", "+85512345678"],
  ["phone_number", "00855 12 345 678", "+85512345678"],
  ["bank_account", "0071 0012 3456 7", "0071001234567"],
  ["bank_account", "0071.001.234567", "0071001234567"],
  ["bank_account", " anlaNH2024 ", "ANLANH2024"],
  ["bank_account", "０００１２３", "000123"],
  ["e_wallet", "+84 912 345 678", "0912345678"],
  ["e_wallet", "84912345678", "0912345678"],
  ["e_wallet", "912345678", "912345678"],
  ["e_wallet", "mm-1234567", "MM1234567"],
  ["sim", "8984 0480 0012 3456 789", "8984048000123456789"],
  ["sim", "8984048000123456789F", "8984048000123456789"],
  ["sim", "452 04 1234567890", "452041234567890"],
  ["imei", "49-015420-323751-8", "490154203237518"],
  ["domain", "VietcomBank-Online.COM.", "vietcombank-online.com"],
  ["domain", "hxxps://abc[.]com/dang-nhap?x=1", "abc.com"],
  ["domain", "ngânhàng.vn", "xn--ngnhng-ltan.vn"],
  ["url", "ABC.com/Dang-Nhap", "https://abc.com/Dang-Nhap"],
  ["url", "http://vietcombank.com.vn@xau.com:80/a%20b", "http://xau.com/a%20b"],
  ["url", "hxxp://xau[.]com", "http://xau.com/"],
  ["url", "xau.com:8443/a", "https://xau.com:8443/a"],
  ["url", "https://203.0.113.7/x", "https://203.0.113.7/x"],
  ["social_account", "https://www.facebook.com/profile.php?id=100012345678901", "facebook:100012345678901"],
  ["social_account", "FB: Nguyen.Van.A", "facebook:nguyen.van.a"],
  ["social_account", "m.facebook.com/Nguyen.Van.A/", "facebook:nguyen.van.a"],
  ["social_account", "Telegram @LuaDao_01", "telegram:luadao_01"],
  ["social_account", "https://t.me/LuaDao_01", "telegram:luadao_01"],
  ["social_account", "telegram:luadao_01", "telegram:luadao_01"],
  ["social_account", "Zalo 0912 345 678", "zalo:0912345678"],
  ["social_account", "https://zalo.me/84912345678", "zalo:0912345678"],
  ["social_account", "https://www.tiktok.com/@Shop.Xau?lang=vi", "tiktok:shop.xau"],
  ["app", "https://play.google.com/store/apps/details?hl=vi&id=com.Abc.app", "android:com.Abc.app"],
  ["app", "https://apps.apple.com/vn/app/abc/id1234567890", "ios:1234567890"],
  ["app", "VNeID  Giả", "name:vneid giả"],
  ["app", "A".repeat(64), `sha256:${"a".repeat(64)}`],
  ["ip_address", "203.0.113.7", "203.0.113.7"],
  ["ip_address", "2001:0DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["ip_address", "::ffff:203.0.113.7", "203.0.113.7"],
  ["crypto_wallet", tronAddress, tronAddress],
  [
    "crypto_wallet",
    "0xDE0B295669A9FD93D5F28D9EC85E40F4CB697BAE",
    "0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae",
  ],
  ["crypto_wallet", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"],
  ["person_id", "001 099 012 345", "001099012345"],
  ["person_id", "025301001234", "025301001234"],
  ["person_id", "012345678", "012345678"],
];

describe.each(understood)("%s %j", (kind, typed, value) => {
  it("is understood, and its canonical value is itself", () => {
    expect(normaliseTarget(kind, typed)).toMatchObject({ ok: true, value });
    expect(normaliseTarget(kind, value)).toMatchObject({ ok: true, value });
  });
  it("reads in groups that copy whole", () => expect(groupTarget(kind, value).join("")).toBe(value));
  it("hides what names a person", () => {
    if (kind !== "domain" && kind !== "app") expect(maskTarget(kind, value)).not.toBe(value);
  });
});

it.each<[TargetKind, string, TargetError]>([
  ["phone_number", "", "empty"],
  ["phone_number", " \n", "empty"],
  ["phone_number", "9".repeat(100_000), "tooLong"],
  ["phone_number", "091234567", "phone"],
  ["phone_number", "0912345678a", "phone"],
  ["phone_number", "0112345678", "phone"],
  ["phone_number", "01681234567", "phoneOld"],
  ["phone_number", "+84 168 1234567", "phoneOld"],
  ["phone_number", "+8491234567", "phone"],
  ["bank_account", "12345", "accountLength"],
  ["bank_account", "1".repeat(20), "accountLength"],
  ["bank_account", "Nguyễn Văn A", "account"],
  ["bank_account", "0071\u0000'; --", "account"],
  ["e_wallet", "ví", "wallet"],
  ["sim", "1234", "sim"],
  ["imei", "49015420323751", "imei"],
  ["imei", "490154203237519", "imeiCheck"],
  ["domain", "localhost", "domain"],
  ["domain", "a b..c", "domain"],
  ["domain", "192.0.2.1", "domainIsIp"],
  ["domain", "-a.com", "domain"],
  ["domain", "a.123", "domain"],
  ["url", "javascript:alert(1)", "urlScheme"],
  ["url", "ftp://a.com", "urlScheme"],
  ["url", "https://", "url"],
  ["url", "không có gì", "url"],
  ["url", "abc.com lừa đảo", "url"],
  ["domain", "abc.com lừa đảo", "domain"],
  ["url", "https://10.0.0.1/", "url"],
  ["social_account", "@ten", "socialPlatform"],
  ["social_account", "https://facebook.com/", "social"],
  ["social_account", "https://example.com/ten", "socialPlatform"],
  ["app", "x", "app"],
  ["app", "<script>", "app"],
  ["ip_address", "256.1.1.1", "ip"],
  ["ip_address", "1.2.3.4:443", "ipPort"],
  ["ip_address", "192.168.1.1", "ipPrivate"],
  ["ip_address", "100.64.0.1", "ipPrivate"],
  ["ip_address", "::1", "ipPrivate"],
  ["ip_address", "::ffff:10.0.0.1", "ipPrivate"],
  ["ip_address", "01.2.3.4", "ip"],
  ["crypto_wallet", "0x123", "crypto"],
  ["crypto_wallet", "T0".padEnd(34, "x"), "crypto"],
  ["person_id", "1234", "personLength"],
  ["person_id", "003099012345", "personProvince"],
  ["person_id", "001499012345", "personCentury"],
  ["person_id", "\ud800", "personLength"],
])("%s %#: what is wrong is named", (kind, typed, code) =>
  expect(normaliseTarget(kind, typed)).toEqual({ ok: false, code }),
);

describe("every kind", () => {
  it.each(targetKinds)("%s is found by its own name", (kind) =>
    expect(targetDefinitions[kind].kind).toBe(kind),
  );
  it.each(targetKinds)("%s never throws and is stable", (kind) =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(..."0123456789 .+-:/@abT[]%٣") }),
          fc.webUrl(),
          fc.ipV6(),
          fc.ipV4(),
        ),
        (typed) => {
          const first = normaliseTarget(kind, typed);
          if (!first.ok) return;
          expect(normaliseTarget(kind, first.value)).toMatchObject({ ok: true, value: first.value });
          expect(groupTarget(kind, first.value).join("")).toBe(first.value);
          maskTarget(kind, first.value);
        },
      ),
    ),
  );
  it.each([undefined, null, 7, {}, []])("refuses %j as nothing typed", (typed) =>
    expect(normaliseTarget("phone_number", typed as unknown as string)).toEqual({ ok: false, code: "empty" }),
  );
  it("is told from what is none", () =>
    expect([
      isTargetKind("sim"),
      isTargetKind("__proto__"),
      isTargetKind("toString"),
      isTargetKind(1),
    ]).toEqual([true, false, false, false]));
  it.each([
    ["vi", vi],
    ["en", en],
  ] as const)("and every refusal has words in %s", (_language, { targets }) => {
    expect(Object.keys(targets.kinds).sort()).toEqual([...targetKinds].sort());
    expect(Object.keys(targets.errors).sort()).toEqual([...targetErrors].sort());
  });
});

it.each<[TargetKind, string, string, string]>([
  ["phone_number", "0912345678", "0912 345 678", "0912•••678"],
  ["phone_number", "02438251234", "0243 825 1234", "0243••••234"],
  ["bank_account", "0071001234567", "0071 0012 34567", "0071•••••••67"],
  ["bank_account", "000123", "0001 23", "0•••23"],
  ["person_id", "001099012345", "0010 9901 2345", "001••••••345"],
  ["imei", "490154203237518", "49 015420 323751 8", "49015420•••••18"],
  ["ip_address", "203.0.113.7", "203.0.113.7", "203.0.•••.•••"],
  ["url", "https://abc.com/ten?sdt=09", "https://abc.com/ten?sdt=09", "https://abc.com/•••"],
  ["social_account", "zalo:0912345678", "zalo:0912345678", "zalo:09•••••••8"],
])("%s %s is shown as %s and hidden as %s", (kind, value, shown, hidden) => {
  expect(normaliseTarget(kind, value)).toMatchObject({ display: shown });
  expect(maskTarget(kind, value)).toBe(hidden);
});

it.each<[string, string[]]>([
  ["0971234567", ["viettel"]],
  ["0775123456", ["fpt-mobile"]],
  ["0771234567", ["mobifone"]],
  ["02438251234", []],
  ["+85512345678", []],
])("%s first belonged to %j", (phone, operators) =>
  expect(operatorOf(phone, telecoms.prefixIndex)).toEqual(operators),
);
it("a wallet's shape tells its chain", () =>
  expect([chainOf(tronAddress), chainOf("0xde"), chainOf("bc1q")]).toEqual(["tron", "ethereum", "bitcoin"]));
