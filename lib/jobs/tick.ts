/**
 * Something that has to happen within seconds, done again and again by every worker. A tick claims what it works on row by row
 * (`for update skip locked`, or a guarded update), because other processes run the same tick at the same time.
 */
export type Tick = {
  /** Lower case letters, digits and hyphens: the key of its row in `sweep_state` and its label among the metrics. */
  name: string;
  /** Milliseconds from the end of one run to the beginning of the next. */
  everyMs: number;
  /** Begins at once when the outbox says that something was committed. */
  wakeOn?: "outbox";
  /** Does what is due now, in bounded portions; returns how much it did. Whatever it throws is logged by name and counted. */
  run: () => Promise<number>;
};
