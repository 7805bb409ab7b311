/** The scanner could not be reached, was too slow or had no answer for now. */
export class ScannerDown extends Error {
  constructor(why: string) {
    super(why);
    this.name = "ScannerDown";
  }
}
