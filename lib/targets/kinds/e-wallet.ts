import { inGroups, maskMiddle } from "../identifier-text";
import { defineTarget } from "../target-kind";
import { readAccount } from "./bank-account";
import { groupPhone, maskPhone, phoneNumber } from "./phone-number";

const isPhone = (value: string): boolean => /^0\d{9,10}$/.test(value);

/** Wallets and mobile money are keyed by the phone number in most cases, by an account number in the others. */
export const eWallet = defineTarget("e_wallet", 200, {
  read(raw) {
    const phone = phoneNumber.normalise(raw);
    // A nine-digit number is more likely a wallet's own than a phone that lost its zero.
    if (phone.ok && isPhone(phone.value) && /^\D*(?:0|84)/.test(raw.normalize("NFKC"))) return phone.value;
    return readAccount(raw, "wallet");
  },
  mask: (value) => (isPhone(value) ? maskPhone(value) : maskMiddle(value, 4, 2)),
  group: (value) => (isPhone(value) ? groupPhone(value) : inGroups(value, 4)),
});
