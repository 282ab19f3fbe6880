import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { suite } from "./suite.mjs";

const check = suite();

/** Runs the query of the open tab and gives its data. */
async function run(page, field) {
  await page.getByRole("button", { name: /Execute query/ }).click();
  // The editor draws only the lines in view, so the answer is read from the editor itself.
  const answer = await page.waitForFunction((name) => {
    const editor = document.querySelector(".result-window .CodeMirror")?.CodeMirror;
    const text = editor?.getValue() ?? "";
    return text.includes(`"${name}"`) ? text : null;
  }, field);
  const { data, errors } = JSON.parse(await answer.jsonValue());
  assert.equal(errors, undefined);
  return data[field];
}

check("GraphiQL opens with three examples, which run", async (page) => {
  await page.goto("/graphiql");
  const tabs = page.getByRole("tab");
  await tabs.first().waitFor();
  const names = ["DepartmentPairs", "StandardsBody", "DepartmentTasks"];
  assert.deepEqual(await tabs.allInnerTexts(), names);

  const pairs = await run(page, "departmentPairs");
  assert.equal(pairs.length, 71);
  const regions = pairs[0].regions.map(({ region }) => region.name);
  assert.deepEqual(regions, ["杭州市", "苏州市"]);

  await tabs.nth(1).click();
  const body = await run(page, "standardsBody");
  assert.equal(body.code, "ISO/TC268");
  assert.ok(body.tasks.nodes.some((task) => task.path === "2.1.1"));
  assert.ok(body.evidence.length > 0);

  await tabs.nth(2).click();
  const departments = await run(page, "departments");
  const units = departments.nodes.flatMap((d) => d.tasks.nodes.flatMap((t) => t.responsibilities));
  assert.ok(units.some((unit) => unit.asWritten === "市质监局" && unit.evidence.length > 0));
});

check("a query run before the editors are there is not lost", async (page) => {
  // The editors' scripts are those that the page asks for after it is drawn.
  await page.route("**/assets/*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto("/graphiql");
  await page.getByRole("tab").first().waitFor();
  assert.equal(await page.locator(".graphiql-response .CodeMirror").count(), 0);
  assert.equal((await run(page, "departmentPairs")).length, 71);
});

check("GraphiQL knows the schema", async (page) => {
  await page.goto("/graphiql");
  await page.getByRole("button", { name: /Documentation Explorer/ }).click();
  await page.getByRole("link", { name: "Query" }).first().click();
  await page.getByRole("link", { name: "departmentPairs" }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  check(
    `GraphiQL is accessible but for its own faults (${colorScheme})`,
    async (page) => {
      await page.goto("/graphiql");
      await page.getByRole("tab").first().waitFor();
      await page.locator(".cm-keyword").first().waitFor();
      // Its editors' inputs have no labels, and its tabs hold buttons.
      const axe = new AxeBuilder({ page }).disableRules(["label", "nested-interactive"]);
      const { violations } = await axe.analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`),
        [],
      );
      await page.getByRole("link", { name: "policygraph" }).click();
      await page.locator(".document__title").first().waitFor();
    },
    { colorScheme },
  );
}
