import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Caught = { to: string[]; raw: string; mail: Email };

/** A mail server on this machine that keeps what it is given. While `refuses` is set it answers with that code. */
export async function startMailbox() {
  const caught: Caught[] = [];
  const state = { refuses: null as number | null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (state.refuses) return done(Object.assign(new Error("refused"), { responseCode: state.refuses }));
        const raw = Buffer.concat(parts);
        void PostalMime.parse(raw).then((mail) => {
          caught.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString("utf8"),
            mail,
          });
          done();
        });
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    state,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
