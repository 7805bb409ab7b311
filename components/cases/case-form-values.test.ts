import { describe, expect, it } from "vitest";
import { caseInput } from "@/lib/cases/schema";
import { caseValuesOf, emptyCase, emptyPayment, sumOfPayments, toCaseInput } from "./case-form-values";

const key = "01999999-0000-4000-8000-000000000001";
const bank = "01999999-0000-7000-8000-000000000002";
const filled = () => ({
  ...emptyCase(key, "20/11/2025 09:08"),
  fraudTypeCode: "FAKE_POLICE",
  title: "Giả danh công an",
  summary: "Bị hại chuyển tiền theo yêu cầu qua điện thoại.",
  reportedLoss: "1,25 tỷ",
  victims: [{ fullName: "Trần Thị Tâm", personId: "", phone: "0912 345 678", address: "" }],
  payments: [
    {
      ...emptyPayment,
      at: "20/11/2025 08:47",
      amount: "480tr",
      toInstitutionId: bank,
      toAccount: "1088 7420 5561",
    },
  ],
});

describe("a report as it was typed", () => {
  it("is what the command takes", () => {
    const parsed = caseInput.safeParse(toCaseInput(filled()));
    expect(parsed.error?.issues).toBeUndefined();
    expect(parsed.data).toMatchObject({ reportedLoss: "1250000000", reportedAt: "2025-11-20T02:08:00.000Z" });
    expect(parsed.data!.payments[0]).toMatchObject({
      amount: "480000000",
      at: "2025-11-20T01:47:00.000Z",
      victim: 0,
    });
  });
  it("says at the field what is missing", () => {
    const parsed = caseInput.safeParse(
      toCaseInput({
        ...filled(),
        title: "a",
        payments: [
          { ...emptyPayment, at: "31/02/2025" },
          { ...emptyPayment, at: "20/11/2025" },
        ],
      }),
    );
    const paths = parsed.error!.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    expect(paths).toEqual(
      expect.arrayContaining([
        "title text.atLeast:5",
        "payments.0.at date.invalid",
        "payments.1.at date.hour",
        "payments.0.toInstitutionId required",
        "payments.0.amount money.errors.empty",
      ]),
    );
  });
  it("says at its own payment, victim or target which number is none", () => {
    const values = filled();
    const parsed = caseInput.safeParse(
      toCaseInput({
        ...values,
        victims: [{ ...values.victims[0]!, phone: "abc" }],
        payments: [values.payments[0]!, { ...values.payments[0]!, toAccount: "12ab!" }],
        targets: [{ kind: "phone_number", value: "12", institutionId: "", holderName: "" }],
      }),
    );
    expect(parsed.error!.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
      "victims.0.phone targets.errors.phone",
      "payments.1.toAccount targets.errors.account",
      "targets.0.value targets.errors.phone",
    ]);
  });
  it("keeps a victim's phone as every phone is kept", () => {
    const typed = (phone: string) =>
      caseInput.parse(toCaseInput({ ...filled(), victims: [{ ...filled().victims[0]!, phone }] })).victims[0];
    expect(typed("+84 912 345 678")).toMatchObject({ phone: "0912345678" });
    expect(typed("")?.phone).toBeUndefined();
  });
  it("sums what can be read already", () =>
    expect(sumOfPayments([{ amount: "480tr" }, { amount: "" }, { amount: "270.000.000" }, {}])).toBe(
      750_000_000n,
    ));
});

describe("a draft that was kept", () => {
  it("comes back as it was", () =>
    expect(
      caseValuesOf(JSON.parse(JSON.stringify(filled())) as Record<string, unknown>, emptyCase(key, "")),
    ).toEqual(filled()));
  it("does not break the form when it is from another time", () => {
    expect(
      caseValuesOf(
        { title: 5, victims: "x", payments: [null, { amount: "5tr" }], strange: true },
        emptyCase(key, "now"),
      ),
    ).toEqual({ ...emptyCase(key, "now"), payments: [{ ...emptyPayment, amount: "5tr" }] });
  });
});
