// What the browser tests of one file share: a server, a browser, and pages that must stay clean.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, startServer } from "./harness.mjs";

/**
 * Starts a server and a browser for the tests of a file, and gives a function that declares one.
 * A test fails as well when its page writes an error or asks another host for something;
 * `expected` names the errors that the test provokes.
 * @param {{token?: string}} [serverOptions] see startServer
 */
export function suite(serverOptions) {
  let server;
  let browser;
  before(async () => {
    server = await startServer(serverOptions);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  return (name, body, { expected, ...options } = {}) =>
    test(name, async () => {
      const { page, context, faults } = await openPage(browser, server.url, options);
      try {
        await body(page, server.url, context);
        assert.deepEqual(
          faults.filter((fault) => !expected?.test(fault)),
          [],
        );
      } finally {
        await context.close();
      }
    });
}

/** The seed of Hangzhou in Simplified, and that of Suzhou, by their files. */
export const hangzhou = "000_cf4b3b56a1d30b02.txt";
export const suzhou = "002_d523c28c3dbd64ce.txt";
