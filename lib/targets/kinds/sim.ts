import { compact, inGroups, maskMiddle } from "../identifier-text";
import { defineTarget } from "../target-kind";

/** A card number (ICCID, 18 to 20 digits from 89) or a subscriber identity (IMSI, 15 digits, 452 in Viet Nam). */
export const sim = defineTarget("sim", 200, {
  read(raw) {
    const value = compact(raw).toUpperCase().replace(/F$/, ""); // networks pad a 19-digit card number with F
    return /^89\d{16,18}$/.test(value) || /^452\d{12}$/.test(value) ? value : { code: "sim" };
  },
  mask: (value) => maskMiddle(value, 5, 3),
  group: (value) => inGroups(value, 4),
});
