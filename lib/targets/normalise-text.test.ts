import { expect, it } from "vitest";
import { foldVietnamese, normaliseText } from "./normalise-text";

it.each([
  ["Nguye\u0302\u0303n", "Nguy\u1ec5n"],
  ["a\u200bb\u00adc\ufeff", "abc"],
  ["a\u0000b\u0007", "ab"],
  ["a\ud800b", "a\ufffdb"],
  ["\udc00", "\ufffd"],
  ["a\r\nb\rc\td", "a\nb\nc\td"],
  ["\u202eabc\u202c", "abc"],
  ["😀", "😀"],
  ["", ""],
])("%j is stored as %j", (typed, stored) => expect(normaliseText(typed)).toBe(stored));

it.each([
  ["Nguyễn Đức Ưng", "nguyen duc ung"],
  ["NGUYE\u0302\u0303N", "nguyen"],
  ["Đặng Thị Thuỷ", "dang thi thuy"],
  ["ÔNG BỐN – Phường “Trà”", 'ong bon - phuong "tra"'],
  ["Straße Łódź", "strasse lodz"],
  ["số 0912\u200b345", "so 0912345"],
])("%s is searched as %s", (typed, folded) => expect(foldVietnamese(typed)).toBe(folded));

it.each([
  ["a", "áàảãạăắằẳẵặâấầẩẫậ"],
  ["d", "đ"],
  ["e", "éèẻẽẹêếềểễệ"],
  ["i", "íìỉĩị"],
  ["o", "óòỏõọôốồổỗộơớờởỡợ"],
  ["u", "úùủũụưứừửữự"],
  ["y", "ýỳỷỹỵ"],
])("every Vietnamese form of %s is folded, large and small, composed and decomposed", (base, forms) => {
  const expected = base.repeat(forms.length);
  for (const written of [
    forms,
    forms.toUpperCase(),
    forms.normalize("NFD"),
    forms.toUpperCase().normalize("NFD"),
  ])
    expect(foldVietnamese(written)).toBe(expected);
});
