import pino from "pino";
import { env } from "@/lib/env";

let logger: pino.Logger | undefined;

/** Structured lines with codes and ids. Names, accounts, numbers and texts never go in. */
export const log = {
  info: (fields: object, message: string) => instance().info(fields, message),
  warn: (fields: object, message: string) => instance().warn(fields, message),
  error: (fields: object, message: string) => instance().error(fields, message),
};

function instance(): pino.Logger {
  return (logger ??= pino({ level: env().logLevel, base: undefined }));
}
