import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { suite } from "./suite.mjs";

const token = "the-token-of-the-browser-test";
const check = suite({ token });

const plan = `云溪市人民政府办公室关于印发云溪市标准化建设行动计划（2021—2023年）的通知

云政办发〔2021〕17号

各县（市、区）人民政府，市政府各部门：

《云溪市标准化建设行动计划（2021—2023年）》已经市政府同意，现印发给你们，请认真组织实施。

云溪市人民政府办公室
2021年3月5日

云溪市标准化建设行动计划（2021—2023年）

为加快推进我市标准化工作，制定本计划。

一、总体目标

到2023年，主导制定国际标准5项以上，培育标准化试点示范项目30个。

二、主要任务

（一）完善农业标准体系。制定茶叶种植地方标准。（责任单位：市农业农村局、市市场监管局）

（二）推进制造业标准提升。推动智能制造标准应用。（责任单位：市经信局、市科技局）
`;

/** Drops a file on the page, as a person drags it in. Beside the zone it counts as well. */
async function drop(page, name, content, target = ".drop-zone__input") {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName));
      return data;
    },
    [name, content],
  );
  await page.locator(target).dispatchEvent("drop", { dataTransfer: transfer });
}

const zone = (page) => page.getByLabel("把文件拖到这里，或点击选择");

async function open(page, secret) {
  await page.goto("/load");
  await page.getByLabel("口令").fill(secret);
}

async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`),
    [],
  );
}

check("a plan that is dropped is summed up, and read with its units marked", async (page) => {
  await open(page, token);
  await drop(page, "plan.txt", plan);
  await page.getByRole("heading", { name: "云溪市标准化建设行动计划（2021—2023年）" }).waitFor();
  const count = (field) => page.locator(`[data-count="${field}"] b`).innerText();
  assert.equal(await count("tasks"), "2");
  assert.equal(await count("units"), "4");
  assert.equal(await count("targets"), "2");
  assert.ok(!page.url().includes(token));
  assert.equal(await page.evaluate(() => localStorage.getItem("policygraph.token")), null);
  assert.equal(await page.locator(".job__doubts").count(), 0);
  await page.getByRole("link", { name: "阅读原文与标注" }).click();
  const units = page.locator('.fact[data-kind="DEPARTMENT"]');
  await units.first().waitFor();
  const marked = (await units.allInnerTexts()).join("");
  assert.match(marked, /市农业农村局、市市场监管局/);
  await page.goto("/documents");
  await page.getByRole("link", { name: "云溪市标准化建设行动计划（2021—2023年）" }).waitFor();
});

check("files are chosen as well, and the same text changes nothing", async (page) => {
  await open(page, token);
  const files = ["first.txt", "second.txt"].map((name) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(plan.replaceAll("云溪", "云岭").replace("17号", "18号")),
  }));
  await zone(page).setInputFiles(files);
  await page.getByText("内容相同的文件早已载入，没有改动").waitFor();
  assert.equal(await page.getByText("已载入", { exact: true }).count(), 1);
});

check("errors are told in plain words", async (page) => {
  await open(page, "");
  await drop(page, "plan.txt", plan);
  await page.getByText("请先填写口令。").waitFor();
  await page.getByLabel("口令").fill("not-the-token-of-the-server");
  await drop(page, "plan.txt", plan.replaceAll("云溪", "云汐"));
  await page.getByText("口令不对。").waitFor();
  await page.getByLabel("口令").fill(token);
  await page.getByRole("button", { name: "重试" }).first().click();
  await page.getByText("已载入", { exact: true }).waitFor();
  await drop(page, "empty.txt", "");
  await page.getByText("从这个文件里读不出中文政策文本。").waitFor();
  await page.getByText("文件里没有文字。").waitFor();
  await drop(page, "large.txt", "大".repeat(4 << 20), "h1");
  await page.getByText("文件太大，每个不能超过 11 MB。").waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  check(
    `the view is accessible on a narrow screen, in English too (${colorScheme})`,
    async (page) => {
      await page.goto("/load?lang=en");
      await page.getByLabel("Token").fill(token);
      const input = page.getByLabel("Drop files here, or click to choose");
      const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await input.setInputFiles([
        file("long.txt", plan.replaceAll("云溪", colorScheme === "dark" ? "云阳" : "云台")),
        file("none.txt", "no policy"),
      ]);
      await page.getByText("Loaded", { exact: true }).waitFor();
      await page.getByText("Not loaded", { exact: true }).waitFor();
      await assertAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${width} px wide`);
    },
    { colorScheme, viewport: { width: 390, height: 844 } },
  );
}
