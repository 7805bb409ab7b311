import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the commands say: one line in Vietnamese, one in English. Values are passed in, never secrets. */
const texts = {
  nodeTooOld: ({ found, needed }) => [
    `Node ${found} quá cũ: cần Node ${needed} trở lên (khuyên dùng 24 LTS, https://nodejs.org).`,
    `Node ${found} is too old: Node ${needed} or newer is needed (24 LTS is best, https://nodejs.org).`,
  ],
  diskFull: ({ place, free, needed }) => [
    `Ổ đĩa gần đầy: ${place} còn ${free}, cần ít nhất ${needed}. Hãy giải phóng dung lượng rồi chạy lại.`,
    `The disk is nearly full: ${free} free at ${place}, at least ${needed} needed. Free some space and run again.`,
  ],
  portTaken: ({ port, variable }) => [
    `Cổng ${port} đang được chương trình khác dùng. Hãy đóng chương trình đó hoặc đặt ${variable}=<cổng khác>.`,
    `Port ${port} is used by another program. Close it, or set ${variable}=<another port>.`,
  ],
  installing: () => [
    "Đang cài đặt các gói (npm ci), lần đầu mất một đến hai phút…",
    "Installing packages (npm ci), a minute or two the first time…",
  ],
  generating: () => ["Đang sinh mã truy cập cơ sở dữ liệu…", "Generating the database client…"],
  building: () => ["Đang dựng ứng dụng (next build)…", "Building the application (next build)…"],
  databaseFirst: () => ["Đang tạo cơ sở dữ liệu PostgreSQL lần đầu…", "Creating the PostgreSQL cluster…"],
  databaseReady: ({ port, milliseconds }) => [
    `PostgreSQL đã sẵn sàng ở cổng ${port} (${milliseconds} ms).`,
    `PostgreSQL is ready on port ${port} (${milliseconds} ms).`,
  ],
  databaseStopped: () => ["PostgreSQL đã dừng.", "PostgreSQL has stopped."],
  databaseNotRunning: () => ["PostgreSQL không chạy.", "PostgreSQL is not running."],
  databaseRunning: ({ pid, port }) => [
    `PostgreSQL đang chạy (tiến trình ${pid}, cổng ${port}).`,
    `PostgreSQL is running (process ${pid}, port ${port}).`,
  ],
  databaseNotStarting: ({ log }) => [
    `PostgreSQL không khởi động được. Những dòng cuối của nhật ký ${log}:`,
    `PostgreSQL did not start. The last lines of its log ${log}:`,
  ],
  databaseUnsupported: ({ platform }) => [
    `Không có PostgreSQL kèm theo cho ${platform}: hãy đặt DATABASE_URL trỏ tới một PostgreSQL 15 trở lên.`,
    `No bundled PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
  ],
  databasePasswordLost: ({ secrets, cluster }) => [
    `Mật khẩu trong ${secrets} không mở được cụm dữ liệu ${cluster}. Khôi phục tệp đó, hoặc xoá cả hai để làm lại từ đầu.`,
    `The password in ${secrets} does not open the cluster ${cluster}. Restore that file, or delete both to start afresh.`,
  ],
  databaseMoved: ({ place }) => [
    `Thư mục dự án chỉ riêng root đọc được, nên dữ liệu PostgreSQL nằm ở ${place}.`,
    `Only root can read the project folder, so PostgreSQL keeps its data in ${place}.`,
  ],
  databaseTooOld: ({ version }) => [
    `Máy chủ là PostgreSQL ${version}: cần bản 15 trở lên.`,
    `The server is PostgreSQL ${version}: version 15 or newer is needed.`,
  ],
  databaseUnreachable: ({ where, reason }) => [
    `Không kết nối được PostgreSQL tại ${where}: ${reason}`,
    `Cannot connect to PostgreSQL at ${where}: ${reason}`,
  ],
  rolesNotAllowed: ({ owner, roles }) => [
    `Tài khoản ${owner} không có quyền CREATEROLE. Hãy cấp quyền (ALTER ROLE ${owner} CREATEROLE) hoặc tạo sẵn ${roles} rồi đặt APP_DATABASE_URL và SYSTEM_DATABASE_URL.`,
    `The role ${owner} lacks CREATEROLE. Grant it (ALTER ROLE ${owner} CREATEROLE), or create ${roles} beforehand and set APP_DATABASE_URL and SYSTEM_DATABASE_URL.`,
  ],
  roleTooStrong: ({ role }) => [
    `Vai trò ${role} là superuser, BYPASSRLS hoặc sở hữu bảng: tường bảo vệ theo hàng sẽ vô hiệu. Hãy bỏ các quyền đó.`,
    `The role ${role} is a superuser, has BYPASSRLS or owns tables: row-level security would not hold. Take these rights away.`,
  ],
  migrationWaits: ({ name, attempt }) => [
    `${name}: bảng đang bị khoá, thử lại lần ${attempt}…`,
    `${name}: a table is locked, attempt ${attempt}…`,
  ],
  migrationLockWaits: () => [
    "Một tiến trình khác đang cập nhật cấu trúc dữ liệu, đang chờ…",
    "Another process is migrating the database, waiting…",
  ],
  migrationLockHeld: () => [
    "Tiến trình cập nhật kia chưa xong sau 2 phút. Hãy kiểm tra rồi chạy lại.",
    "The other migration has not finished after 2 minutes. Look at it, then run again.",
  ],
  migrationApplied: ({ name }) => [`Đã áp dụng ${name}.`, `Applied ${name}.`],
  migrationsCurrent: ({ count }) => [
    `Cấu trúc dữ liệu đã mới nhất (${count} bước).`,
    `The database is up to date (${count} migrations).`,
  ],
  migrationChanged: ({ name }) => [
    `${name} đã bị sửa sau khi áp dụng. Hãy trả lại tệp cũ và viết bước mới; trên máy phát triển: npm run db:reset.`,
    `${name} was changed after it was applied. Restore it and write a new one; on a development machine: npm run db:reset.`,
  ],
  migrationFailedBefore: ({ name }) => [
    `${name} từng hỏng giữa chừng: xem bảng _prisma_migrations.`,
    `${name} failed before: look at the table _prisma_migrations.`,
  ],
  migrationFailed: ({ name, reason }) => [
    `${name} không áp dụng được: ${reason}`,
    `${name} failed: ${reason}`,
  ],
  seeding: ({ what }) => [`Đang nạp dữ liệu (${what})…`, `Loading data (${what})…`],
  resetRefused: () => [
    "db:reset xoá toàn bộ dữ liệu. Với DATABASE_URL bên ngoài, hãy thêm --yes-delete-everything.",
    "db:reset deletes all data. With an outside DATABASE_URL, add --yes-delete-everything.",
  ],
  resetProduction: () => [
    "db:reset không chạy khi NODE_ENV=production.",
    "db:reset does not run with NODE_ENV=production.",
  ],
  ready: ({ address }) => [`Lá Chắn đang chạy: ${address}`, `Lá Chắn is running: ${address}`],
  demoNotice: ({ password }) => [
    `Dữ liệu minh họa. Mật khẩu chung: ${password} (mã xác thực hiện ngay trên trang đăng nhập).`,
    `Demonstration data. One password for all: ${password} (the sign-in page shows the current code).`,
  ],
  mailsReady: ({ address }) => [
    `Thư minh họa (không gửi đi đâu): ${address}`,
    `Demo mail (sent nowhere): ${address}`,
  ],
  stopHint: () => ["Nhấn Ctrl+C để dừng tất cả.", "Press Ctrl+C to stop everything."],
  stopping: () => ["Đang dừng…", "Stopping…"],
  childEnded: ({ name, code }) => [
    `${name} đã dừng ngoài ý muốn (mã ${code}); dừng tất cả.`,
    `${name} ended unexpectedly (code ${code}); stopping everything.`,
  ],
  commandFailed: ({ name, code }) => [`${name} thất bại (mã ${code}).`, `${name} failed (code ${code}).`],
  notAnswering: ({ address }) => [`${address} không trả lời.`, `${address} does not answer.`],
  browserMissing: () => [
    "Không tìm thấy và không cài được Chromium. Hãy đặt CHROMIUM_PATH.",
    "No Chromium found and none could be installed. Set CHROMIUM_PATH.",
  ],
  browserInstalling: () => ["Đang cài Chromium cho kiểm thử…", "Installing Chromium for the tests…"],
  productionNeeds: ({ names }) => [
    `npm start chạy bản thật và cần: ${names}. Để xem thử, hãy chạy npm run demo.`,
    `npm start runs the real portal and needs: ${names}. To try it, run npm run demo.`,
  ],
};

/** Both lines of one message. */
export function lines(key, values = {}) {
  return texts[key](values);
}

/** Prints a message to stdout. */
export function say(key, values) {
  process.stdout.write(`${lines(key, values).join("\n")}\n`);
}

/** An expected failure: its text is for the person at the terminal, without a stack. */
export class Refusal extends Error {
  constructor(key, values, detail = "") {
    super([...lines(key, values), detail].filter(Boolean).join("\n"));
    this.name = "Refusal";
    this.key = key;
  }
}

/** Runs a command's main function; an expected failure ends with its message and exit code 1. */
export async function main(run) {
  try {
    await run();
  } catch (problem) {
    process.stderr.write(`${problem instanceof Refusal ? problem.message : (problem?.stack ?? problem)}\n`);
    process.exitCode = 1;
  }
}

/** True when this file was started by name (`node scripts/x.mjs`), false when another script imports it. */
export function isMain(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(meta.url);
}
