/** `a` on the list opens a request to give it away: the menu, which comes with the request, opens at once. */
let wished = false;

export function wishToAssign(): void {
  wished = true;
}

/** Whether it was wished; once. */
export function takeAssignWish(): boolean {
  const was = wished;
  wished = false;
  return was;
}
