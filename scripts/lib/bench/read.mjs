// An article page against nginx that serves the same bytes with the same headers from a file. The two take turns.
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { WARTA, measure, median, report, scratch, start, stop, storeIn } from "./common.mjs";

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = [1, 32, 256];

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const folder = scratch("read");
const [ours, theirs] = [await freePort(), await freePort()];
// Neither writes a line a request: that would measure the disk.
const env = storeIn(folder, {
  WARTA__SERVER__LISTEN: `127.0.0.1:${ours}`,
  WARTA__SERVER__LOG: "warn",
  WARTA__SERVER__STOP_NOTICE_SECONDS: "0",
});
const demo = readdirSync("demo").filter((name) => name.endsWith(".jsonl")).map((name) => `demo/${name}`);
await measure([WARTA, "import", "jsonl", ...demo], { env });
const warta = await start([WARTA, "serve"], { env }, `http://127.0.0.1:${ours}/readyz`);

const place = await fetch(`http://127.0.0.1:${ours}/read/1882104`);
const path = new URL(place.url).pathname;
// wrk asks for no encoding, so neither packs.
const page = await fetch(place.url, { headers: { "accept-encoding": "identity" } });
writeFileSync(`${folder}/page.html`, Buffer.from(await page.arrayBuffer()));
const headers = [...page.headers].filter(([name]) => !["date", "content-length", "content-type", "etag", "x-request-id"].includes(name));
writeFileSync(
  `${folder}/nginx.conf`,
  `daemon off; ${process.getuid() === 0 ? "user root;" : ""} worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 2048; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  open_file_cache max=100; open_file_cache_valid 60s;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server {
    listen 127.0.0.1:${theirs};
    location / {
      root ${folder}; try_files /page.html =404; default_type "text/html; charset=utf-8";
      ${headers.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`).join("\n      ")}
    }
  }
}
`,
);
const nginx = await start(["nginx", "-c", `${folder}/nginx.conf`, "-p", folder], { env: process.env }, `http://127.0.0.1:${theirs}/`);

function wrk(port, connections) {
  const printed = execFileSync("wrk", [`-c${connections}`, `-t${Math.min(2, connections)}`, `-d${SECONDS}s`, `http://127.0.0.1:${port}${path}`], { encoding: "utf8" });
  if (/Non-2xx|Socket errors/.test(printed)) throw new Error(printed);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)[1]);
}

const rows = {};
const figures = {};
try {
  for (const connections of CONNECTIONS) {
    const rates = { ours: [], theirs: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.ours.push(wrk(ours, connections));
      rates.theirs.push(wrk(theirs, connections));
    }
    const ratio = +(median(rates.ours) / median(rates.theirs)).toFixed(3);
    rows[`${connections} connections`] = { "warta/s": Math.round(median(rates.ours)), "nginx/s": Math.round(median(rates.theirs)), ratio };
    figures[`ratio_c${connections}`] = ratio;
  }
} finally {
  await Promise.all([stop(warta), stop(nginx)]);
}
report("read", rows, figures);
