import assert from "node:assert/strict";
import { ask } from "./harness.mjs";
import { hangzhou, suite } from "./suite.mjs";

const check = suite();

const find = `query($file: String!) {
  document(fileName: $file) {
    id
    expressions { fileName text }
    tasks(first: 200) { nodes { id path responsibilities { evidence { quote start end expression { fileName } } } } }
  }
}`;

/** The task 2.1.1 of Hangzhou's plan, with the words that name its units. */
async function firstTask(url) {
  const { document } = await ask(url, find, { file: hangzhou });
  const task = document.tasks.nodes.find(({ path }) => path === "2.1.1");
  const quote = task.responsibilities[0].evidence.find(
    ({ expression }) => expression.fileName === hangzhou,
  );
  return { document, task, quote };
}

check("the units of 2.1.1 are marked in place and lead to their facts", async (page, url) => {
  const { document, quote } = await firstTask(url);
  await page.goto(`/documents/${document.id}`);
  const row = page.locator('[data-path="2.1.1"]');
  const mark = row.locator('.fact[data-kind="DEPARTMENT"]').first();
  await mark.waitFor();
  assert.equal(
    (await row.locator('.fact[data-kind="DEPARTMENT"]').allInnerTexts()).join(""),
    quote.quote,
  );
  assert.equal(quote.quote, "（责任单位：市质监局、市发改委）");
  await mark.click();
  const panel = page.getByRole("complementary", { name: "此处的事实" });
  await panel.getByRole("heading", { name: "杭州市质量技术监督局" }).waitFor();
  await panel.getByRole("link", { name: "杭州市发展和改革委员会" }).first().click();
  await panel.getByRole("heading", { name: "杭州市发展和改革委员会" }).waitFor();
  await page.keyboard.press("Escape");
});

check("an address with a place shows the sentence, marked", async (page, url) => {
  const { document, quote } = await firstTask(url);
  await page.goto(`/documents/${document.id}?text=${hangzhou}&at=${quote.start}-${quote.end}`);
  const here = page.locator(".is-here");
  await here.first().waitFor();
  assert.equal((await here.allInnerTexts()).join(""), quote.quote);
  await here.first().isVisible();
  const box = await here.first().boundingBox();
  assert.ok(box.y > 50 && box.y < 750, `the sentence is at ${box.y}`);
});

check("the shown text is the file's, whole", async (page, url) => {
  const { document } = await firstTask(url);
  await page.goto(`/documents/${document.id}?text=${hangzhou}`);
  await page.locator(".text__paragraph").first().waitFor();
  const shown = await page.locator(".text__paragraph").allTextContents();
  const text = document.expressions.find(({ fileName }) => fileName === hangzhou).text;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim());
  assert.deepEqual(shown, lines);
});

check("both texts stand side by side, with the same fact open in both", async (page, url) => {
  const { document } = await firstTask(url);
  await page.goto(`/documents/${document.id}`);
  await page.getByRole("link", { name: "两种文本对照" }).click();
  await page.getByRole("heading", { name: "繁体" }).waitFor();
  const columns = page.locator(".reader__texts > section");
  assert.equal(await columns.count(), 2);
  await columns.nth(0).locator('[data-path="2.1.1"] .fact[data-kind="DEPARTMENT"]').first().click();
  await columns.nth(1).locator(".fact.is-active").first().waitFor();
});

check("marks are hidden by kind, by keyboard too", async (page, url) => {
  const { document } = await firstTask(url);
  await page.goto(`/documents/${document.id}`);
  const units = page.locator('.fact[data-kind="DEPARTMENT"]');
  await units.first().waitFor();
  const toggle = page.getByRole("button", { name: /^部门/ });
  await toggle.focus();
  await page.keyboard.press("Space");
  await units.first().waitFor({ state: "detached" });
  assert.match(page.url(), /hide=DEPARTMENT/);
  await page.locator('.fact[data-kind="TARGET"]').first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "此处的事实" }).waitFor();
});
