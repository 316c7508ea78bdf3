// A mail server: what it takes lies in a folder, one file a mail.   node end2end/mailserver.mjs PORT FOLDER
// Of each address that begins with `sibuk`, it refuses the first mail for a while, as busy servers do.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const [port, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const refused = new Set();
let count = 0;

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
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
