import type { ScanState } from "./kinds";

/** A file as its list shows it; sizes in bytes, instants ISO UTC. */
export type FileRow = {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  by: string;
  owner: string;
  at: string;
  mine: boolean;
  /** Waits for the answer that it goes out with: the reader's own desk's alone. */
  unsent: boolean;
  scan: ScanState;
  /** What the scanner calls what it found, or `unexamined`; null unless the file is refused. */
  scanReason: string | null;
};
