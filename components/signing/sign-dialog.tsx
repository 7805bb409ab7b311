"use client";

import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { SigningPeek } from "@/lib/requests/signing/types";
import { SignatureDialog } from "./signature-dialog";

/** What is about to be signed; `asksCode` when the session's second factor is too old for it. */
export type Asked = { requests: SigningPeek[]; asksCode: boolean };

/** The last press before a signature: repeats what goes where and for how much, and asks for six digits when the proof is old. */
export function SignDialog({
  asked,
  ...signing
}: {
  asked: Asked | null;
  pending: boolean;
  error: string | null;
  onSign: (code?: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("signing.factor");
  const requests = asked?.requests ?? [];
  return (
    <SignatureDialog
      open={asked !== null}
      asksCode={asked?.asksCode ?? false}
      title={t("title", { count: requests.length || 1 })}
      lead={t(asked?.asksCode ? "lead" : "final")}
      sign={t("sign", { count: requests.length })}
      {...signing}
    >
      <ul className="stack-2 sg-asked">
        {requests.length === 1
          ? requests.map((request) => (
              <li key={request.id} className="t13">
                <Order request={request} />
              </li>
            ))
          : sumsOf(requests).map((sum) => (
              <li key={sum.kindCode} className="t13">
                <Sum {...sum} />
              </li>
            ))}
      </ul>
    </SignatureDialog>
  );
}

/** "Tạm dừng giao dịch, giữ 100.000.000 ₫ tại VietinBank". */
function Order({ request }: { request: SigningPeek }) {
  const t = useTranslations("signing");
  return (
    <>
      {t(`what.${request.kindCode}`)}{" "}
      {request.disputedAmount === "0" ? (
        t("peek.targets", { count: request.itemCount })
      ) : (
        <Money value={request.disputedAmount} strong />
      )}{" "}
      {t("at")} <b className="fw6">{request.addressee}</b> <span className="id dim">{request.code}</span>
    </>
  );
}

type SumOfKind = { kindCode: string; amount: bigint; count: number; places: number };
/** Several at once were read in their card, line by line: here they are added up by what they order. */
function sumsOf(requests: readonly SigningPeek[]): SumOfKind[] {
  const kinds = [...new Set(requests.map(({ kindCode }) => kindCode))];
  return kinds.map((kindCode) => {
    const own = requests.filter((request) => request.kindCode === kindCode);
    return {
      kindCode,
      amount: own.reduce((sum, { disputedAmount }) => sum + BigInt(disputedAmount), 0n),
      count: own.reduce((sum, { itemCount }) => sum + itemCount, 0),
      places: new Set(own.map(({ addressee }) => addressee)).size,
    };
  });
}

/** "Tạm dừng giao dịch, giữ 1.750.000.000 ₫ tại 10 nơi". */
function Sum({ kindCode, amount, count, places }: SumOfKind) {
  const t = useTranslations("signing");
  return (
    <>
      {t(`what.${kindCode as "ACCOUNT_SUSPEND"}`)}{" "}
      {amount === 0n ? t("peek.targets", { count }) : <Money value={amount} strong />}{" "}
      {t("batch.places", { count: places })}
    </>
  );
}
