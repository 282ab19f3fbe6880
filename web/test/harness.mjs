// Starts what the browser tests need: the built program on the seeds, and Chromium.
// POLICYGRAPH_URL names a server that is running already, POLICYGRAPH_BIN a program that is built
// already; CHROMIUM names another browser than Debian's.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A port of the loopback interface that nobody listened on a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, deadline) {
  while (Date.now() < deadline) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function build() {
  const binary = join(repository, "bin", "policygraph");
  const { status, stderr } = spawnSync("go", ["build", "-o", binary, "."], { cwd: repository });
  if (status !== 0) throw new Error(`go build: ${stderr}`);
  return binary;
}

/**
 * Builds and starts the program with an empty store, so that it loads the seeds. With a token it
 * lets clients change the graph, and is never one that is running already.
 * @param {{token?: string}} [options]
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer({ token } = {}) {
  if (process.env.POLICYGRAPH_URL && !token) {
    return { url: process.env.POLICYGRAPH_URL, stop: async () => {} };
  }
  const binary = process.env.POLICYGRAPH_BIN ?? build();
  const data = await mkdtemp(join(tmpdir(), "policygraph-web-"));
  const address = `127.0.0.1:${await freePort()}`;
  const args = ["serve", "--addr", address, "--data", data, "--seeds", "seeds"];
  const tokenFile = `${data}.token`;
  if (token) {
    await writeFile(tokenFile, token, { mode: 0o600 });
    args.push("--token-file", tokenFile);
  }
  const child = spawn(binary, args, { cwd: repository, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const stop = async () => {
    if (child.exitCode === null) {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await exited;
    }
    await rm(data, { recursive: true, force: true });
    await rm(tokenFile, { force: true });
  };
  const url = `http://${address}`;
  if (!(await answers(`${url}/healthz`, Date.now() + 60_000))) {
    await stop();
    throw new Error(`the server does not answer at ${url}:\n${log}`);
  }
  return { url, stop };
}

/** Starts Chromium with a profile of its own, which goes when it is closed. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Asks the API, for what a test needs to know beforehand.
 * @param {string} url of the server
 */
export async function ask(url, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** The text of the file that an action downloads, and the file's name. */
export async function downloaded(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download"), action()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/**
 * Opens a page that is held to the rules of the project: it asks no other host for anything, and
 * writes no error to the console. What it does wrong is collected in `faults`.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the server
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  await context.route("**/*", (route) => {
    const target = new URL(route.request().url());
    if (target.origin === url || !target.protocol.startsWith("http")) return route.continue();
    faults.push(`request to ${target.href}`);
    return route.abort();
  });
  return { page, context, faults };
}
