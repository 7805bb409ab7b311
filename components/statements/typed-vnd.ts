import { useVnd } from "@/components/ui/money";
import { parseAmount } from "@/lib/money/amount";

/** An amount as a field holds it, written as the reader's language writes amounts; what is no amount stays as it was typed. */
export function useTypedVnd(): (typed: string) => string {
  const { vnd } = useVnd();
  return (typed) => {
    const amount = parseAmount(typed);
    return amount.ok ? vnd(amount.value) : typed;
  };
}
