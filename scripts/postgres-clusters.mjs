import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "./secrets.mjs";

/** Owns the tables and runs the migrations; neither web nor worker ever connects as this role. */
export const ownerRole = "lachan_owner";

/** The clusters of this folder; tests have one of their own so that they never touch the demo's data. */
export const clusters = {
  main: {
    dir: join(dataFolder, "pg"),
    port: Number(process.env.LACHAN_PG_PORT || 54331),
    variable: "LACHAN_PG_PORT",
    database: "lachan",
    settings: {},
  },
  bench: {
    dir: join(dataFolder, "bench-pg"),
    port: Number(process.env.LACHAN_BENCH_PG_PORT || 54351),
    variable: "LACHAN_BENCH_PG_PORT",
    database: "lachan_bench",
    settings: {},
  },
  test: {
    dir: join(dataFolder, "test-pg"),
    port: Number(process.env.LACHAN_TEST_PG_PORT || 54341),
    variable: "LACHAN_TEST_PG_PORT",
    database: "lachan_test",
    // Test data need not survive a power cut; acknowledged commits still survive kill -9 of any process.
    settings: { fsync: "off", full_page_writes: "off" },
  },
};

/** What the server is started with; a cluster's own settings win. */
export function settingsOf(cluster, port) {
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: "256MB",
    effective_cache_size: "2GB",
    work_mem: "16MB",
    maintenance_work_mem: "256MB",
    max_connections: 100,
    max_wal_size: "4GB",
    random_page_cost: "1.1",
    // Short lists gain nothing from compiling their plans and pay for it in every process.
    jit: "off",
    // Off would lose acknowledged writes when the server is killed.
    synchronous_commit: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    // The DETAIL line of a constraint repeats the values of the row: personal data stay out of the log.
    log_error_verbosity: "terse",
    ...(hasSmallSharedMemory() ? { dynamic_shared_memory_type: "mmap" } : {}),
    ...cluster.settings,
  };
}

/** Containers give /dev/shm 64 MB, too little for a parallel query. */
function hasSmallSharedMemory() {
  if (process.platform !== "linux" || !existsSync("/dev/shm")) return false;
  const { blocks, bsize } = statfsSync("/dev/shm");
  return blocks * bsize < 256 * 1024 ** 2;
}
