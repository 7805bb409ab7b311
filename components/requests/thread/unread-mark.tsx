import { MessageSquare } from "@/components/icons/message-square";

/** How many messages of others the reader has not seen yet. `words` say it. */
export function UnreadMark({ count, words }: { count: number; words: string }) {
  return (
    <span className="count count-blue" role="img" aria-label={words} title={words}>
      <MessageSquare className="i i-14" aria-hidden />
      {count}
    </span>
  );
}
