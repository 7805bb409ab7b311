import type { Locator, Page } from "@playwright/test";
import type { Deed } from "./model";

/** Runs in the page: tells what was pressed, typed, pasted, chosen and turned, of which the driver's own choices are no hand's. */
function listen(isGlass: boolean): void {
  const tell = (deed: unknown) =>
    (window as unknown as { benchDeed: (deed: unknown) => void }).benchDeed(deed);
  const on = <Name extends keyof WindowEventMap>(name: Name, hear: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, hear, { capture: true, passive: true });
  on("pointerdown", ({ clientX, clientY, pointerType }) =>
    tell({ kind: "press", x: clientX, y: clientY, isTouch: pointerType === "touch" }),
  );
  on("keydown", (event) => {
    if (["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const isWithControl = event.ctrlKey || event.metaKey;
    if (isWithControl && event.key === "v") return; // told as a paste
    tell({ kind: "key", isGlass });
    if (isWithControl) tell({ kind: "key", isGlass });
  });
  on("paste", () => tell({ kind: "paste" }));
  on("wheel", () => tell({ kind: "turn" }));
  on("change", ({ target, isTrusted }) => {
    if (target instanceof HTMLSelectElement && !isTrusted) tell({ kind: "choice" });
    if (target instanceof HTMLInputElement && target.type === "file") tell({ kind: "file" });
  });
}

/** Words of an element that the eye sees: not those for screen readers, folded away, or cut off after so many lines. */
function wordsIn(root: Element): number {
  const cutAt = (element: Element | null): number => {
    if (element === null || element === root.parentElement) return Infinity;
    const isCut = element.scrollHeight > element.clientHeight + 1;
    const hides = isCut && getComputedStyle(element).overflowY === "hidden";
    return Math.min(hides ? element.getBoundingClientRect().bottom : Infinity, cutAt(element.parentElement));
  };
  // A line that ends in "…" is read up to there.
  const cutRightOf = (holder: HTMLElement): number =>
    holder.scrollWidth > holder.clientWidth + 1 && getComputedStyle(holder).overflowX === "hidden"
      ? holder.getBoundingClientRect().right
      : Infinity;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    const box = holder?.getBoundingClientRect();
    if (!holder?.checkVisibility() || !box || box.width < 2 || box.height < 2) continue;
    const bottom = cutAt(holder);
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
      if (!/[\p{L}\p{N}]/u.test(word)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { top, right } = range.getBoundingClientRect();
      if (top < bottom - 2 && right <= cutRightOf(holder)) words += 1;
    }
  }
  return words;
}

/** A pair of hands and eyes on one page: what they did, and the machine's seconds between the first and the last of it. */
export class Hands {
  readonly deeds: Deed[] = [];
  #began = 0;
  #seconds = 0;

  private constructor(
    readonly page: Page,
    readonly isGlass: boolean,
  ) {}

  /** Has to come before the page's first address. */
  static async on(page: Page, { isGlass = false } = {}): Promise<Hands> {
    const hands = new Hands(page, isGlass);
    await page.exposeFunction("benchDeed", (deed: Deed) => {
      if (hands.#began > 0) hands.deeds.push(deed);
    });
    await page.addInitScript(`(${listen.toString()})(${String(isGlass)})`);
    return hands;
  }

  begin(): void {
    this.#began = performance.now();
  }
  /** What follows is the driver's own (a workbook is filled in) and belongs to nobody. */
  pause(): void {
    this.#seconds += (performance.now() - this.#began) / 1_000;
    this.#began = 0;
  }
  /** The machine's seconds from begin to now, pauses left out. */
  end(): number {
    this.pause();
    return this.#seconds;
  }

  think(about: string): void {
    this.deeds.push({ kind: "mind", about });
  }

  /** Brings it before the eyes, by turns of the wheel where need be, and reads every word of it. */
  async read(about: string, what: Locator): Promise<void> {
    await this.bring(what);
    this.deeds.push({ kind: "read", about, words: await what.evaluate(wordsIn) });
  }
  readText(about: string, text: string): void {
    this.deeds.push({ kind: "read", about, words: text.split(/\s+/).filter(Boolean).length });
  }

  /** A press by mouse or thumb on what can be seen, after turning to it. */
  async press(button: Locator): Promise<void> {
    await this.bring(button);
    if (this.isGlass) await button.tap();
    else await button.click();
  }

  private async bring(what: Locator): Promise<void> {
    await what.waitFor();
    const height = this.page.viewportSize()?.height ?? 800;
    for (let turn = 0; turn < 30; turn++) {
      const place = await what.evaluate(placeOf);
      if (place === 0) return;
      await this.page.mouse.move(this.page.viewportSize()!.width / 2, height / 2);
      await this.page.mouse.wheel(0, place * height * 0.6);
      // The page has moved before the next look.
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

/** -1: above what can be seen, 1: below it or behind a foot that stands still, 0: in sight. */
function placeOf(element: Element): -1 | 0 | 1 {
  const { top, bottom, left, width } = element.getBoundingClientRect();
  if (top < 0) return -1;
  // Of what is higher than the window its beginning is enough.
  const low = Math.min(bottom, top + innerHeight * 0.6) - 3;
  if (low > innerHeight) return 1;
  const there = document.elementFromPoint(left + Math.min(width / 2, 40), low);
  // Only what stands still while the page moves hides what comes from below it.
  for (
    let over = there;
    over && !over.contains(element) && !element.contains(over);
    over = over.parentElement
  )
    if (["fixed", "sticky"].includes(getComputedStyle(over).position)) return 1;
  return 0;
}
