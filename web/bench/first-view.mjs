// Measures how long the first view takes, from the address to the documents on it, in a browser
// that has loaded nothing before: `npm run bench`.
import { openBrowser, openPage, startServer } from "../test/harness.mjs";

const loads = 10;

const server = await startServer();
const browser = await openBrowser();
try {
  const times = [];
  for (let i = 0; i < loads; i++) {
    const { page, context } = await openPage(browser, server.url);
    const begun = performance.now();
    await page.goto(server.url);
    await page.locator(".document__title").first().waitFor();
    times.push(performance.now() - begun);
    await context.close();
  }
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[loads / 2], times[loads - 1]].map(Math.round);
  console.log(`first view: ${median} ms (median of ${loads}; ${least} to ${most} ms)`);
} finally {
  await browser.close();
  await server.stop();
}
