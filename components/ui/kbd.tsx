import type { ReactNode } from "react";

/** One key. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}

/** The line of keys under a list: each entry is its keys and what they do. */
export function KeyHints({ hints }: { hints: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <div className="keys wide">
      {hints.map((hint) => (
        <span key={hint.does}>
          {hint.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {hint.does}
        </span>
      ))}
    </div>
  );
}
