/**
 * What kind of document the register names, and what it is about: `Lệnh phong tỏa tài khoản` is an order (LỆNH) about "Phong tỏa tài
 * khoản"; `Công văn đề nghị tạm dừng giao dịch (khẩn)` is an official letter about "đề nghị tạm dừng giao dịch".
 */
export function namesOf(document: string): { type: string; about: string | null } {
  const plain = document.replace(/\s*\([^)]*\)\s*$/, "").trim();
  const found = /^(Lệnh|Quyết định|Công văn|Văn bản|Thông báo)\s+(.+)$/i.exec(plain);
  if (!found) return { type: plain, about: null };
  const about = found[2]!;
  // "Văn bản hoặc yêu cầu điện tử" names two forms and no subject.
  return /^(hoặc|và)\s/.test(about) ? { type: plain, about: null } : { type: found[1]!, about };
}

export const lowerFirst = (text: string): string =>
  // An abbreviation stays one: "SIM", "IP".
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
