import type { DecisionPaper } from "@/lib/restitution/paper-types";
import { makeLetter } from "./letter";

/** An approved decision to give money back to two victims, as its paper is made from; nobody in it exists. */
export function makeDecisionPaper(over: Partial<DecisionPaper> = {}): DecisionPaper {
  const { issuer, place, signer, legalBases, contentHash, check } = makeLetter(1);
  return {
    issuer,
    place,
    signer,
    legalBases: legalBases.slice(0, 1),
    contentHash,
    check,
    genuine: true,
    caseCode: "VV-25-2026-000117",
    documentNumber: "7/QĐ-PA05",
    approvedAt: "2026-01-05T03:20:00.000Z",
    isCancelled: false,
    isExtract: false,
    grounds: "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.",
    payee: "victim",
    custody: null,
    total: "70000000",
    shares: [
      {
        position: 1,
        victim: "Trần Thị Minh Họa",
        holder: "Ngân hàng TMCP Kỹ thương Việt Nam",
        holderShort: "Techcombank",
        account: "1903 6688 9900 11",
        accountName: "NGUYỄN VĂN ĐỨC",
        payeeAccount: "0123456789",
        payeeInstitution: "Vietcombank",
        amount: "40000000",
      },
      {
        position: 2,
        victim: "Lê Minh Ví Dụ",
        holder: "Ngân hàng TMCP Kỹ thương Việt Nam",
        holderShort: "Techcombank",
        account: "1903 6688 9900 12",
        accountName: null,
        payeeAccount: "0711000222333",
        payeeInstitution: "BIDV",
        amount: "30000000",
      },
    ],
    annex: { name: "Đơn đề nghị nhận lại tiền.pdf", sha256: "3f2a9c".padEnd(64, "0") },
    ...over,
  };
}
