/** How the victim was reached, by the codes of the fraud types' register. Words are `cases.contact.<code>`. */
export const contactChannels = [
  "phone-call",
  "sms",
  "messaging",
  "social-network",
  "website",
  "app",
  "email",
  "ads",
  "e-commerce",
  "bank-transfer",
  "offline",
  "other",
] as const;
