import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { ask } from "./harness.mjs";
import { hangzhou, suite } from "./suite.mjs";

const check = suite();

/** Every view with what shows that it is ready. */
async function views(url) {
  const { document } = await ask(
    url,
    `query($file: String!) {
      document(fileName: $file) { id tasks(first: 1) { nodes { id } } }
    }`,
    { file: hangzhou },
  );
  const [task] = document.tasks.nodes;
  return [
    ["/", ".document__title"],
    ["/documents", ".document__title"],
    [`/documents/${document.id}?fact=${task.id}`, ".facts__title"],
    [`/documents/${document.id}?both=1`, ".fact"],
    ["/load", ".note__title"],
    ["/compare?regions=330100,320500", ".matrix__count"],
    ["/compare?regions=330100,320500&view=shared", ".shared-card"],
    ["/compare?regions=330100,320500&view=topics", ".topics__toggle"],
    ["/compare?regions=330100,320500&view=targets", ".chart__symbol"],
    ["/tables/tasks", "tbody tr"],
    ["/tables/targets", "tbody tr"],
    [`/nodes/${task.id}`, ".facts__title"],
    [`/graph?document=${document.id}&node=${task.id}`, ".facts__title"],
    [`/graph?document=${document.id}&table=1`, "tbody tr"],
    [`/graph?around=${task.id}&node=${task.id}&hide=-`, "button:disabled:has-text('邻居')"],
  ];
}

/** Texts of disabled controls that are hard to read; axe passes them over. */
function faintDisabled(page) {
  return page.evaluate(() => {
    const rgb = (color) => color.match(/[\d.]+/g).map(Number);
    const light = (color) => {
      const [r, g, b] = rgb(color).map((c) => {
        const share = c / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (element) => {
      const { backgroundColor } = getComputedStyle(element);
      return rgb(backgroundColor)[3] === 0 ? paper(element.parentElement) : backgroundColor;
    };
    return [...document.querySelectorAll("button:disabled")].flatMap((button) => {
      const pair = [light(getComputedStyle(button).color), light(paper(button))];
      const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
      return contrast < 4.5 ? [`${button.innerText}: ${contrast.toFixed(1)}`] : [];
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  check(
    `no view has a serious fault of accessibility (${colorScheme})`,
    async (page, url, context) => {
      for (const [path, ready] of await views(url)) {
        await page.goto(path);
        await page.locator(ready).first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`,
          );
        assert.deepEqual(serious, [], path);
        assert.deepEqual(await faintDisabled(page), [], path);
      }
      await context.clearCookies();
    },
    { colorScheme },
  );
}

check(
  "no view is wider than a narrow screen",
  async (page, url) => {
    for (const [path, ready] of await views(url)) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${path} is ${width} px wide`);
    }
  },
  { viewport: { width: 390, height: 844 } },
);
