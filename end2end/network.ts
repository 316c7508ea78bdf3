// A network between a browser and the site, which is cut, slow or lying when a test says so.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers in the place of the site; false passes the request on. */
type Lie = (asked: IncomingMessage, answer: ServerResponse) => boolean;

export class Network {
  isCut = false;
  lie: Lie = () => false;
  /** Changes what the site says of the service worker. */
  worker = (script: string) => script;
  private readonly server: Server;

  constructor(private readonly site: URL) {
    this.server = createServer((asked, answer) => this.pass(asked, answer));
  }

  /** Begins, and tells the origin under which the site is there. */
  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** No packet passes any more, in either direction. */
  cut() {
    this.isCut = true;
    this.server.closeAllConnections();
  }

  private pass(asked: IncomingMessage, answer: ServerResponse) {
    if (this.isCut) return void asked.socket.destroy();
    if (this.lie(asked, answer)) return;
    const isWorker = asked.url === "/sw.js";
    // The site knows itself by its own address; the worker's script is read here, so it comes as it is.
    const headers = { ...asked.headers, host: this.site.host, ...(isWorker ? { "accept-encoding": "identity", "if-none-match": "" } : {}) };
    const options = { host: this.site.hostname, port: this.site.port, method: asked.method, path: asked.url, headers };
    const passed = request(options, (from) => {
      if (!isWorker) {
        answer.writeHead(from.statusCode ?? 502, from.headers);
        return void from.pipe(answer);
      }
      const parts: Buffer[] = [];
      from.on("data", (part: Buffer) => parts.push(part));
      from.on("end", () => {
        const { "content-length": _, etag: __, ...rest } = from.headers;
        answer.writeHead(from.statusCode ?? 502, rest);
        answer.end(this.worker(Buffer.concat(parts).toString()));
      });
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  }
}
