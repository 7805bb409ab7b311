import { expect, it } from "vitest";
import { holderNameAfter } from "./holder-name";

it.each([
  ["108874205561 Vietinbank, tên NGUYEN VAN DUC\n- 8h52", "NGUYEN VAN DUC"],
  ["108874205561 MB, TRAN QUOC BAO", "TRAN QUOC BAO"],
  ["108874205561 vietin, CTY TNHH TM HOANG PHAT VN", "CTY TNHH TM HOANG PHAT VN"],
  ["108874205561 (LÊ THỊ HOA) ngân hàng BIDV", "LÊ THỊ HOA"],
  ["108874205561 chủ tk: PHẠM VĂN Á.", "PHẠM VĂN Á"],
  ["108874205561 Vietinbank rồi hôm sau", ""],
  ["108874205561 MB\n- 8h52 NGUYEN VAN DUC", ""],
  ["108874205561", ""],
])("%s", (text, name) => expect(holderNameAfter(text, 12)).toBe(name));
