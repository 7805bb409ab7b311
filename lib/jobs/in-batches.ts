/**
 * Drops portion after portion, each in a transaction of its own, until one is not full: nobody waits behind a delete without an end.
 * `drop` takes the most rows that it may and returns how many it dropped. Returns how many went in all.
 */
export async function inBatches(drop: (most: number) => Promise<number>, most = 5_000): Promise<number> {
  let dropped = 0;
  for (;;) {
    const count = await drop(most);
    dropped += count;
    if (count < most) return dropped;
  }
}
