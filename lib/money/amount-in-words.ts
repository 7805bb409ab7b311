// Numerals are grammar rather than sentences: letters carry them in Vietnamese whatever the language of the screen.
const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const digit = (value: number): string => digits[value] ?? "";

/**
 * An amount of VND in Vietnamese words, as letters and minutes need it beside the figures: "Một tỷ hai trăm năm mươi triệu đồng".
 * @throws RangeError for a negative amount.
 */
export function amountInWords(amount: bigint): string {
  if (amount < 0n) throw new RangeError("amount in words is never negative");
  const words = `${amount === 0n ? digit(0) : numeral(amount, false)} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Groups above the first carry their empty hundreds: 1.000.005 is "một triệu không trăm linh năm". */
function numeral(amount: bigint, isContinuation: boolean): string {
  const billions = amount / 1_000_000_000n;
  const parts: string[] = [];
  if (billions > 0n) parts.push(numeral(billions, isContinuation), "tỷ");
  let continued = isContinuation || billions > 0n;
  for (const [size, name] of [
    [1_000_000n, "triệu"],
    [1_000n, "nghìn"],
    [1n, ""],
  ] as const) {
    const group = Number((amount / size) % 1_000n);
    if (group === 0) continue;
    parts.push(hundreds(group, continued), name);
    continued = true;
  }
  return parts.filter((part) => part !== "").join(" ");
}

function hundreds(group: number, isContinuation: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (hundred > 0 || isContinuation) words.push(digit(hundred), "trăm");
  if (ten > 1) words.push(digit(ten), "mươi");
  else if (ten === 1) words.push("mười");
  else if (one > 0 && words.length > 0) words.push("linh");
  if (one === 1 && ten > 1) words.push("mốt");
  else if (one === 5 && ten > 0) words.push("lăm");
  else if (one > 0) words.push(digit(one));
  return words.join(" ");
}
