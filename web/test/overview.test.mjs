import assert from "node:assert/strict";
import { suite } from "./suite.mjs";

const check = suite();

check("the first view shows what the graph holds and leads into it", async (page) => {
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const documents = page.locator(".document__title");
  await documents.first().waitFor();
  assert.equal(await documents.count(), 4);
  await page.getByRole("link", { name: /杭州市.*哪些部门一起做事/ }).click();
  await page.getByText("71 对职能").waitFor();
  assert.match(page.url(), /\/compare\?regions=\d+,\d+/);
  await page.goBack();
  await documents.first().waitFor();
});

check("the page speaks English when asked, and stays so", async (page) => {
  await page.goto("/");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Loaded documents" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("link", { name: "Tables" }).click();
  await page.getByRole("button", { name: "Download CSV" }).waitFor();
  assert.match(page.url(), /lang=en/);
});

check("the first view loads little", async (page, url) => {
  const sizes = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    sizes.push(Number(response.headers()["content-length"]));
  });
  await page.goto(url);
  await page.locator(".document__title").first().waitFor();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total > 0 && total <= 150 * 1024, `${total} bytes of JavaScript, gzipped`);
});

check("what is not there says so", async (page) => {
  await page.goto("/nodes/task:0000000000000000000000000");
  await page.getByText("图谱里没有这个节点").waitFor();
  await page.goto("/tables/nothing");
  await page.getByText("没有这个页面").waitFor();
});

check(
  "an unreachable server is told in plain words, and asked again",
  async (page) => {
    await page.route("**/graphql", (route) => route.fulfill({ status: 503, body: "busy" }));
    await page.goto("/", { waitUntil: "load" });
    await page.getByRole("alert").getByText("服务器没能回答").waitFor();
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".document__title").first().waitFor();
  },
  { expected: /503/ },
);

check("a search leads from the first view to a node", async (page) => {
  await page.goto("/");
  await page.locator(".document__title").first().waitFor();
  await page.keyboard.press("/");
  await page.locator(".search__input:focus").fill("iso/tc 268");
  await page
    .getByRole("option", { name: /城市可持续发展/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /城市可持续发展/ }).waitFor();
  await page.getByRole("link", { name: "数据表" }).click();
  await page.waitForFunction(() => document.title === "数据表 · 标准化政策知识图谱");
});
