// A mail server: what it takes lies in a folder, one file a mail.   node end2end/mailserver.mjs PORT FOLDER [MODE]
// MODE `tls` speaks TLS from the first byte, `starttls` (the default) once it is asked to, `plain` never. It takes mails only
// from `warta` with the password `surat & rahasia`. FOLDER/authority.pem vouches for it.
// Of each address that begins with `sibuk`, it refuses the first mail for a while, as busy servers do.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";
import { SMTPServer } from "smtp-server";

const [port, folder, mode = "starttls"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const names = { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] };
const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], { algorithm: "sha256", extensions: [names] });
writeFileSync(join(folder, "authority.pem"), cert);
const refused = new Set();
let count = 0;

const server = new SMTPServer({
  key,
  cert,
  secure: mode === "tls",
  disabledCommands: mode === "plain" ? ["STARTTLS"] : [],
  onAuth({ username, password }, _session, done) {
    const isKnown = username === "warta" && password === "surat & rahasia";
    done(isKnown ? null : new Error("wrong password"), isKnown ? { user: username } : undefined);
  },
  onRcptTo({ address }, _session, done) {
    const isFirst = address.startsWith("sibuk") && !refused.has(address);
    refused.add(address);
    done(isFirst ? Object.assign(new Error("busy, try again"), { responseCode: 451 }) : null);
  },
  onData(stream, _session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const name = join(folder, `${String((count += 1)).padStart(6, "0")}.eml`);
      writeFileSync(`${name}.part`, Buffer.concat(parts));
      renameSync(`${name}.part`, name);
      done();
    });
  },
});
server.listen(Number(port), "127.0.0.1");
// A test that started it and is gone, however it went, does not need it any more. Where there is no channel, nothing is heard.
process.on("disconnect", () => process.exit());
