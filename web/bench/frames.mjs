// Measures frames a second while the graph is dragged, at several sizes: `npm run bench`.
// The page is the real one; the answers to its queries are made here, n nodes with 2n edges.
import { openBrowser, openPage, startServer } from "../test/harness.mjs";

const sizes = [300, 1000, 5000, 10000];
const kinds = ["TASK", "DEPARTMENT", "TOPIC", "TARGET", "FUNCTION"];

function synthetic(n) {
  const id = (i) => `task:${String(i).padStart(24, "0")}`;
  const nodes = Array.from({ length: n }, (_, i) => ({
    id: id(i),
    kind: kinds[i % kinds.length],
    label: `加快重点领域标准体系建设${i}`,
    degree: 4,
    region: null,
    node: {},
  }));
  const edges = Array.from({ length: 2 * n }, (_, i) => ({
    id: `edge:${i}`,
    kind: "RESPONSIBLE",
    source: id(i % n),
    target: id(i < n ? Math.floor(i / 3) : (i * 7919) % n),
    role: null,
  }));
  return { nodes, edges, truncated: false };
}

/** Frames drawn in each second while the mouse drags the picture in circles. */
async function framesWhileDragging(page, seconds) {
  const { x, y, width, height } = await page.locator(".canvas").boundingBox();
  const centre = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.frames = 0;
    const count = () => {
      globalThis.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const begun = performance.now();
  for (let i = 0; performance.now() - begun < 1000 * seconds; i++) {
    await page.mouse.move(centre.x + 80 * Math.cos(i / 6), centre.y + 80 * Math.sin(i / 6));
  }
  const took = (performance.now() - begun) / 1000;
  const frames = await page.evaluate(() => globalThis.frames);
  await page.mouse.up();
  return frames / took;
}

const server = await startServer();
const browser = await openBrowser();
try {
  for (const n of sizes) {
    const { page, context } = await openPage(browser, server.url);
    const subgraph = synthetic(n);
    await page.route("**/graphql", async (route) => {
      const { operationName } = route.request().postDataJSON();
      if (!operationName.startsWith("Scope") || operationName === "ScopeChoices") {
        return route.fallback();
      }
      return route.fulfill({ json: { data: { subgraph } } });
    });
    const begun = performance.now();
    await page.goto("/graph");
    await page.locator(".canvas canvas").first().waitFor({ timeout: 300_000 });
    const ready = Math.round(performance.now() - begun);
    await page.waitForTimeout(1000);
    const rate = await framesWhileDragging(page, 5);
    console.log(`${n} nodes: drawn after ${ready} ms, ${rate.toFixed(1)} frames/s while dragging`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
