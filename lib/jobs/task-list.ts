import { type CronItem, type TaskList } from "graphile-worker";
import { planDigests } from "@/lib/channels/mail/digest";
import { foldFigures } from "@/lib/figures/fold";
import { foldPace } from "@/lib/figures/pace/fold";
import { tellOfReplies } from "@/lib/league/tell-of-replies";
import { log } from "@/lib/log";
import { lapseSuspensions } from "@/lib/requests/holds/expiry";
import { cleanUp } from "./clean-up";
import { scanFiles } from "./scan-files";

/** What the worker can do. Each job may run twice or in two workers at once and has its effect once. */
export const taskList = {
  "fold-figures": async () => {
    await foldFigures();
    await foldPace();
    await tellOfReplies();
  },
  "lapse-suspensions": async () => {
    const lapsed = await lapseSuspensions();
    if (lapsed > 0) log.info({ lapsed }, "suspensions lapsed");
  },
  "scan-files": async () => {
    const settled = await scanFiles();
    if (settled > 0) log.info({ settled }, "files scanned");
  },
  "plan-digests": async () => {
    const planned = await planDigests();
    if (planned > 0) log.info({ planned }, "collected mails planned");
  },
  "clean-up": async () => {
    log.info(await cleanUp(), "cleaned up");
  },
} satisfies TaskList;

const everyMinute = "* * * * *";
/** 20:30 UTC is 03:30 in Viet Nam, the quietest half hour. */
const everyNight = "30 20 * * *";

/** 00:30 and 09:30 UTC are 07:30 and 16:30 in Viet Nam: before the day's work and before its end. */
const twiceADay = "30 0,9 * * *";

/** When. Nothing is made up for after a pause: one run does the work of all that were missed. */
export const schedule: CronItem[] = [
  { task: "fold-figures", match: everyMinute },
  { task: "lapse-suspensions", match: everyMinute },
  { task: "scan-files", match: everyMinute },
  { task: "plan-digests", match: twiceADay },
  { task: "clean-up", match: everyNight },
].map((item) => ({ ...item, options: { backfillPeriod: 0, maxAttempts: 5, jobKey: item.task } }));
