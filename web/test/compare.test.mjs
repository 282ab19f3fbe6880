import assert from "node:assert/strict";
import { suite } from "./suite.mjs";

const check = suite();

const both = "regions=330100,320500";

check("the matrix holds the 71 pairs, and a cell opens its tasks", async (page) => {
  await page.goto(`/compare?${both}`);
  await page.getByText("71 对职能").waitFor();
  assert.equal(await page.locator(".matrix__count").count(), 71);
  await page.getByRole("button", { name: /发展改革 × 市场监管|市场监管 × 发展改革/ }).click();
  await page.getByRole("heading", { name: /^杭州市：\d+ 项$/ }).waitFor();
  await page.getByRole("heading", { name: /^苏州市：\d+ 项$/ }).waitFor();
  await page.getByRole("link", { name: /制定杭州国际城市可持续发展试点方案/ }).click();
  await page
    .getByRole("heading", { level: 1, name: /制定杭州国际城市可持续发展试点方案/ })
    .waitFor();
  await page.getByText("市质监局、市发改委").first().waitFor();
});

check("more tasks in common leave fewer pairs; the list says the same", async (page) => {
  await page.goto(`/compare?${both}&min=3`);
  const cells = page.locator(".matrix__count");
  await cells.first().waitFor();
  const count = await cells.count();
  assert.ok(count > 0 && count < 71, `${count} pairs`);
  await page.getByRole("button", { name: "以列表显示" }).click();
  await page.locator("tbody tr").first().waitFor();
  assert.equal(await page.locator("tbody tr").count(), count);
});

check("shared tasks lie side by side, with their units and common words", async (page) => {
  await page.goto(`/compare?${both}&view=shared`);
  const cards = page.locator(".shared-card");
  await cards.first().waitFor();
  const first = cards.first();
  const regions = await first.locator(".document__region").allInnerTexts();
  assert.deepEqual(regions, ["杭州市", "苏州市"]);
  assert.ok((await page.locator(".term").count()) > 0);
  const duty = page.getByLabel("职能", { exact: true });
  await duty.selectOption("market-regulation");
  await page.waitForURL(/function=market-regulation/);
  for (const card of await cards.all()) {
    await card.locator(".chip--common").first().waitFor();
  }
  await first.getByRole("link", { name: "在原文中查看" }).first().click();
  await page.locator(".is-here").first().waitFor();
});

check("topics stand side by side and open their tasks", async (page) => {
  await page.goto(`/compare?${both}&view=topics`);
  await page.getByRole("columnheader", { name: "杭州市：42 项" }).waitFor();
  await page.getByRole("columnheader", { name: "苏州市：31 项" }).waitFor();
  await page.locator(".topics__toggle").first().click();
  const lists = page.locator(".topics__tasks");
  await lists.nth(1).waitFor();
  const bars = page.locator(".topics__open .bar__count");
  const counts = await Promise.all([0, 1].map((i) => lists.nth(i).getByRole("listitem").count()));
  assert.deepEqual((await bars.allInnerTexts()).map(Number), counts);
});

check("targets are drawn over the years and listed by region", async (page) => {
  await page.goto(`/compare?${both}&view=targets`);
  await page.locator(".chart__symbol").first().waitFor();
  const units = page.locator(".units button");
  await units.nth(1).click();
  const unit = (await units.nth(1).innerText()).split(" ")[0];
  assert.match(decodeURIComponent(page.url()), new RegExp(`unit=${unit}`));
  const aims = await page.locator(".region-targets__item strong").allInnerTexts();
  assert.ok(aims.length > 0 && aims.every((aim) => aim.includes(unit)), aims.join());
});

check("regions are added and taken away", async (page) => {
  await page.goto(`/compare?${both}`);
  await page.getByLabel("添加地区").selectOption({ label: "江苏省" });
  await page.waitForURL(/regions=330100,320500,320000/);
  await page.getByRole("button", { name: "江苏省" }).click();
  await page.getByRole("button", { name: "苏州市" }).click();
  await page.getByText("至少再选一个地区").waitFor();
});
