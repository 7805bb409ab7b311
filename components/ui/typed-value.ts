/**
 * Changes what stands in an input the way a person would, so that React and react-hook-form both notice: React keeps
 * its own record of an input's value and ignores an event when that record already says the same.
 */
export function typeInto(input: HTMLInputElement, value: string): void {
  if (input.value === value) return;
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  setter?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
