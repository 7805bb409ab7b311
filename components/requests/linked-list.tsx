import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { LinkedRequest } from "@/lib/requests/followup/types";
import { RequestStatusBadge } from "./request-status";

/** Requests that came from this one or that it came from, and how. */
export async function LinkedList({ links }: { links: readonly LinkedRequest[] }) {
  const t = await getTranslations("answers.link");
  return (
    <ul className="stack-1">
      {links.map(({ id, code, link, isEarlier, addressee, status }) => (
        <li key={id} className="row wrap">
          <Link className="num" href={paths.request(id)}>
            {code}
          </Link>
          <span>{t(link === "pair" ? "pair" : isEarlier ? "from" : "to", { org: addressee })}</span>
          <RequestStatusBadge status={status} />
        </li>
      ))}
    </ul>
  );
}
