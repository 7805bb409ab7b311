"use client";

import { useCallback, useState } from "react";

const newKey = () => crypto.randomUUID();

/** The key of a form: made when it is first shown, so that a resend has one effect; `renew` after it was sent and goes on. */
export function useFormKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(newKey);
  const renew = useCallback(() => setKey(newKey()), []);
  return { key, renew };
}
