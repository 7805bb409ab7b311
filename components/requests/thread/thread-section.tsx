import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/ui/browser-words";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { Thread } from "@/lib/requests/thread/types";
import { LazyComposer, LazyMarkRead } from "./lazy-composer";
import { ThreadLines } from "./thread-lines";

/** The talk about a request: the latest lines, older ones behind a link, and where to write. Both sides have the same. */
export function ThreadSection({ thread, isSecond }: { thread: Thread; isSecond?: boolean }) {
  const t = useTranslations("thread");
  const { requestId, lines, older, newer } = thread;
  const last = lines.at(-1);
  return (
    <BrowserWords names={["thread", "files", "drafts", "errors", "money"]}>
      <div className="stack-3" id="thread">
        {older ? (
          <Link className="t13" href={paths.threadBefore(requestId, older)} scroll={false}>
            {t("older")}
          </Link>
        ) : null}
        {lines.length > 0 ? <ThreadLines lines={lines} /> : <p className="t13 mut">{t("empty")}</p>}
        {newer ? (
          <Link className="t13" href={`${paths.request(requestId)}#thread`} scroll={false}>
            {t("toLatest")}
          </Link>
        ) : null}
        {thread.unread > 0 && last && !newer ? (
          <LazyMarkRead requestId={requestId} to={last.at} key={last.at} />
        ) : null}
        {thread.mayWrite || thread.mayNote ? (
          <LazyComposer key={requestId} thread={composerOf(thread)} isSecond={isSecond} />
        ) : null}
      </div>
    </BrowserWords>
  );
}

/** What the browser needs to write; the lines are on the page already. */
const composerOf = ({ lines: _lines, ...rest }: Thread) => rest;
