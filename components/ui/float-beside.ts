/** Room kept between what floats, its trigger and the edge of the window, in CSS pixels. */
const gap = 6;

/**
 * Puts a fixed box under its trigger, or above when there is no room, and inside the window. Set from script because
 * the content security policy refuses style attributes in the page, not changes by its own scripts.
 */
export function floatBeside(trigger: Element, box: HTMLElement, align: "start" | "end" = "start"): void {
  const from = trigger.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const wanted = align === "start" ? from.left : from.right - width;
  const left = Math.max(gap, Math.min(wanted, window.innerWidth - width - gap));
  const below = from.bottom + gap;
  const above = from.top - height - gap;
  const top = below + height > window.innerHeight - gap && above > gap ? above : below;
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${top}px`);
}
