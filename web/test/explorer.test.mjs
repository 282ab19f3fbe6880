import assert from "node:assert/strict";
import { downloaded } from "./harness.mjs";
import { suite } from "./suite.mjs";

const check = suite();

/** How many nodes the page says it draws. */
async function shown(page) {
  const text = await page.locator(".counts").innerText();
  return Number(text.match(/显示 (\d+) 个节点/)[1]);
}

async function choose(page, text) {
  await page.keyboard.press("/");
  await page.locator(".search__input:focus").fill(text);
  await page.getByRole("option", { name: text }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".explorer__panel").getByRole("heading", { name: text, level: 2 }).waitFor();
}

check("the first picture is cut to what can be told apart, and says so", async (page) => {
  await page.goto("/graph");
  await page.locator(".canvas canvas").first().waitFor();
  assert.equal(await shown(page), 250);
  await page.getByText("只取了连接最多的 250 个节点").waitFor();
});

check("a node is found, expanded, hidden, and all of it undone", async (page) => {
  await page.goto("/graph");
  await page.locator(".canvas canvas").first().waitFor();
  const before = await shown(page);
  await choose(page, "市场监管");
  await page.locator(".canvas").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/expand=function/);
  await page.getByText(`显示 ${before} 个节点`).waitFor({ state: "detached" });
  const expanded = await shown(page);
  assert.ok(expanded > before, `${before} -> ${expanded}`);
  await page.locator(".canvas").focus();
  await page.keyboard.press("Delete");
  await page.waitForURL(/gone=function/);
  await page.getByText(`显示 ${expanded - 1} 个节点`).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(`显示 ${expanded} 个节点`).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByText(`显示 ${before} 个节点`).waitFor();
});

check("arrow keys walk along relations and are told", async (page) => {
  await page.goto("/graph");
  const canvas = page.locator(".canvas");
  await page.locator(".canvas canvas").first().waitFor();
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/node=/);
  const first = new URL(page.url()).searchParams.get("node");
  const told = page.locator("[aria-live=polite]").filter({ hasText: "已选中" });
  await told.waitFor();
  const now = () => new URL(page.url()).searchParams.get("node");
  for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft"]) {
    if (now() === first) await page.keyboard.press(key);
  }
  assert.notEqual(now(), first);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !location.search.includes("node="));
});

check("the path between two departments is shown with its steps", async (page) => {
  await page.goto("/graph");
  await page.locator(".canvas canvas").first().waitFor();
  await choose(page, "杭州市质量技术监督局");
  await page.getByRole("button", { name: "设为起点" }).click();
  await choose(page, "苏州市市场监督管理局");
  await page.getByRole("button", { name: "设为终点" }).click();
  const path = page.getByRole("region", { name: "两点之间的路径" });
  await path.getByRole("button", { name: /路径 1/ }).waitFor();
  const steps = path.getByRole("listitem");
  assert.ok((await steps.count()) >= 3);
  assert.match(await steps.first().innerText(), /杭州市质量技术监督局/);
  assert.match(await steps.last().innerText(), /苏州市市场监督管理局/);
});

check("the legend shows and hides kinds", async (page) => {
  await page.goto("/graph");
  const legend = page.getByRole("group", { name: "图例与筛选" });
  const tasks = legend.getByRole("button", { name: /^任务/ });
  await legend.getByText(/\/ 136/).waitFor();
  await tasks.click();
  await page.waitForURL(/hide=SECTION,TASK/);
  assert.equal(await tasks.getAttribute("aria-pressed"), "false");
  await legend.getByText("0 / 136").waitFor();
});

check("the tables say what the picture shows, and open an edge's sentence", async (page) => {
  await page.goto("/graph");
  await page.locator(".canvas canvas").first().waitFor();
  await page.getByRole("button", { name: "以表格查看" }).click();
  const nodes = page.getByRole("table", { name: "节点" });
  await nodes.waitFor();
  assert.equal(await nodes.locator("tbody tr").count(), await shown(page));
  const edges = page.getByRole("table", { name: "关系" });
  await edges
    .getByRole("button", { name: /责任单位/ })
    .first()
    .click();
  const panel = page.locator(".explorer__panel");
  await panel.getByRole("heading", { name: "责任单位" }).waitFor();
  await panel.getByRole("link", { name: "在原文中查看" }).first().click();
  await page.locator(".is-here").first().waitFor();
});

check("what is shown is saved as picture, graph and tables", async (page) => {
  await page.goto("/graph");
  await page.locator(".canvas canvas").first().waitFor();
  const save = (name) => async () => {
    await page.getByText("导出", { exact: true }).click();
    await page.getByRole("button", { name, exact: true }).click();
  };
  const count = await shown(page);
  const svg = (await downloaded(page, save("SVG"))).bytes.toString();
  assert.equal(svg.match(/<title>/g).length, count);
  assert.match(svg, /职能/);
  const png = (await downloaded(page, save("PNG"))).bytes;
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  assert.equal(png.readUInt32BE(16), 3200);
  const gexf = (await downloaded(page, save("GEXF"))).bytes.toString();
  assert.equal(gexf.match(/<node /g).length, count);
  const csv = (await downloaded(page, save("CSV：节点"))).bytes.toString();
  assert.equal(csv.trim().split("\r\n").length, count + 1);
  const relations = (await downloaded(page, save("CSV：关系"))).bytes.toString();
  assert.equal(relations.trim().split("\r\n").length, gexf.match(/<edge /g).length + 1);
});

check("the same address gives the same picture", async (page) => {
  const places = async () => {
    await page.goto("/graph");
    await page.locator(".canvas canvas").first().waitFor();
    await page.getByText("导出", { exact: true }).click();
    const save = () => page.getByRole("button", { name: "SVG", exact: true }).click();
    return (await downloaded(page, save)).bytes.toString();
  };
  assert.equal(await places(), await places());
});
