import pino from "pino";
import { correlationId } from "@/lib/correlation";
import { env } from "@/lib/env";

let logger: pino.Logger | undefined;

/** Structured lines with codes and ids, and the number of the request or job in which they were written. Names, accounts, numbers and texts never go in. */
export const log = {
  info: (fields: object, message: string) => instance().info(fields, message),
  warn: (fields: object, message: string) => instance().warn(fields, message),
  error: (fields: object, message: string) => instance().error(fields, message),
};

const numbered = () => {
  const id = correlationId();
  return id ? { correlationId: id } : {};
};

function instance(): pino.Logger {
  return (logger ??= pino({ level: env().logLevel, base: undefined, mixin: numbered }));
}
