import { defineConfig } from "@playwright/test";

// Two sites, one for each language. `scripts/test` asks the system for free ports.
export const PORT = Number(process.env.WARTA_END2END_PORT ?? 43117);
export const PORT_ENGLISH = Number(process.env.WARTA_END2END_PORT_ENGLISH ?? 43118);
const PORT_MAIL = Number(process.env.WARTA_END2END_PORT_MAIL ?? 43119);
const PORT_PROVIDER = Number(process.env.WARTA_END2END_PORT_PROVIDER ?? 43120);

const site = (port: number, language: string, env: Record<string, string>) => ({
  command: `end2end/serve ${port} ${language}`,
  env,
  cwd: "..",
  url: `http://127.0.0.1:${port}/readyz`,
  timeout: 300_000,
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: "tests",
  outputDir: "../target/end2end/results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1280, height: 900 },
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    // Tests count requests and change answers on their way; only those of reading offline have the worker in between.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  // The English site has a name, sends its mails to a mail server and knows no provider; the other puts them into a folder.
  webServer: [
    site(PORT, "id", { PROVIDER_PORT: String(PORT_PROVIDER) }),
    site(PORT_ENGLISH, "en", { MAIL_PORT: String(PORT_MAIL), HOST_NAME: "localhost" }),
  ],
});
