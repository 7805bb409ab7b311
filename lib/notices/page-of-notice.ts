import { paths } from "@/lib/paths";

/** Where a notification leads, on the screen, in a mail and in a short message alike: the page it names, else its request, else its case. */
export function pageOfNotice(notice: {
  href: string | null;
  request_id: string | null;
  case_id: string | null;
}): string | null {
  if (notice.href) return notice.href;
  if (notice.request_id) return paths.request(notice.request_id);
  return notice.case_id ? paths.case(notice.case_id) : null;
}
