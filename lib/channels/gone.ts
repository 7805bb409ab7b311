import type { ResultCode } from "./result";

/** Nobody is there any more to whom it was to be said, or it may not be said any more: the line ends and is not tried again. */
export class Gone extends Error {
  constructor(readonly code: ResultCode) {
    super(code);
    this.name = "Gone";
  }
}
