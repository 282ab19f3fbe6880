import assert from "node:assert/strict";
import { ask, downloaded } from "./harness.mjs";
import { suite } from "./suite.mjs";

const check = suite();

const column = (page, n) => page.locator(`tbody tr td:nth-child(${n})`).allInnerTexts();

/** Waits for the rows of a page; until they come, those of the page before stay. */
async function opened(page, number) {
  await page.getByText(`第 ${number} / 3 页`).waitFor();
  await page.locator('.answer[aria-busy="false"]').waitFor();
}

check("tasks are filtered, paged and downloaded", async (page) => {
  await page.goto("/tables/tasks");
  await page.getByText("共 136 条").waitFor();
  assert.equal(await page.locator("tbody tr").count(), 50);
  const first = await column(page, 3);
  await page.getByRole("button", { name: "下一页" }).click();
  await opened(page, 2);
  const second = await column(page, 3);
  assert.notDeepEqual(second, first);
  await page.getByRole("button", { name: "下一页" }).click();
  await opened(page, 3);
  assert.equal(await page.locator("tbody tr").count(), 36);
  await page.getByRole("button", { name: "上一页" }).click();
  await opened(page, 2);
  assert.deepEqual(await column(page, 3), second);
  await page.reload();
  await opened(page, 2);
  assert.deepEqual(await column(page, 3), second);

  await page.getByLabel("地区", { exact: true }).selectOption({ label: "苏州市" });
  await page.getByText("共 31 条").waitFor();
  assert.deepEqual([...new Set(await column(page, 1))], ["苏州市"]);
  assert.match(page.url(), /region=320500/);

  await page.getByLabel("包含文字").fill("电子商务");
  await page.waitForURL(/q=/);
  await page.getByText("共 31 条").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.getByText("共 136 条").waitFor();

  const save = () => page.getByRole("button", { name: "下载 CSV" }).click();
  const { name, bytes } = await downloaded(page, save);
  const text = bytes.toString("utf8");
  assert.equal(name, "tasks.csv");
  assert.ok(text.startsWith("\uFEFF地区,条款号,任务,"));
  assert.equal(text.trim().split("\r\n").length, 137);
  assert.ok(text.includes("市质监局、市发改委"));
});

check("targets are sorted by value, the quote leads to the sentence", async (page) => {
  await page.goto("/tables/targets");
  await page.getByText("共 64 条").waitFor();
  const head = page.getByRole("columnheader", { name: "数值" });
  await head.getByRole("button").click();
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  await page.waitForURL(/dir=desc/);
  await page.locator("tbody tr:first-child td:nth-child(4)", { hasText: /^80000$/ }).waitFor();
  await page.locator("tbody tr td:last-child a").first().click();
  await page.locator(".is-here").first().waitFor();
  assert.match(page.url(), /\/documents\/.*at=\d+-\d+/);
});

check("a document's targets are as many as its card says", async (page) => {
  await page.goto("/documents");
  const card = page.locator(".document").filter({ hasText: "苏州" }).first();
  const link = card.getByRole("link", { name: /指标/ });
  const count = Number((await link.innerText()).match(/\d+/)[0]);
  await link.click();
  await page.getByText(`共 ${count} 条`).waitFor();
  await page.getByRole("button", { name: /不再只看/ }).click();
  await page.getByText("共 64 条").waitFor();
});

check("the heads of the tables stay in sight", async (page) => {
  for (const name of ["documents", "tasks", "departments", "bodies", "targets"]) {
    await page.goto(`/tables/${name}`);
    await page.locator("tbody tr").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280, name);
    const rows = await page.locator("tbody tr").count();
    if (rows < 30) continue;
    await page.locator("tbody tr").nth(29).scrollIntoViewIfNeeded();
    const { y } = await page.locator("thead th").first().boundingBox();
    assert.ok(y >= 0 && y < 100, `${name}: head at ${y}`);
  }
});

check("every table opens", async (page) => {
  for (const [name, title] of [
    ["documents", "文件"],
    ["departments", "部门"],
    ["bodies", "标准化机构"],
  ]) {
    await page.goto(`/tables/${name}`);
    await page.locator("tbody tr").first().waitFor();
    const tab = page
      .getByRole("navigation", { name: "选择数据表" })
      .getByRole("link", { name: title });
    assert.equal(await tab.getAttribute("aria-current"), "page");
  }
  assert.ok((await column(page, 1)).includes("ISO/TC268"));
});

check("targets are narrowed to those that the rules are sure of", async (page, url) => {
  const { targets } = await ask(
    url,
    "{ targets(filter: {minConfidence: HIGH}) { totalCount nodes { id } } }",
  );
  await page.goto("/tables/targets");
  await page.getByText("共 64 条").waitFor();
  await page.getByLabel("可信度", { exact: true }).selectOption({ label: "可信度高" });
  await page.getByText(`共 ${targets.totalCount} 条`).waitFor();
  assert.deepEqual([...new Set(await column(page, 8))], ["高"]);
});
