import { useState } from "react";
import { ask } from "../api/client";
import { useLoad } from "../api/use-query";
import { SharedTaskCards, type SharedTaskCardsQuery } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { useRoute } from "../route";
import { loadAll } from "../tables/pages";
import { Answer } from "../ui/answer";
import { Empty } from "../ui/states";
import { SharedCard } from "./shared-card";

/** Tasks of several regions about the same matter. */
export type Shared = SharedTaskCardsQuery["sharedTasks"]["nodes"][number];

const step = 20;

/** The most groups that are loaded, the most alike first. */
const most = 1000;

/** Which tasks the regions share, as cards that lay their texts side by side. */
export function SharedTasks({ regions }: { regions: readonly string[] }) {
  const { t } = useLanguage();
  const query = useLoad(`shared ${regions.join()}`, (signal) =>
    loadAll(async ({ after }) => {
      const variables = { regions: [...regions], after };
      return (await ask(SharedTaskCards, variables, signal)).sharedTasks;
    }, most),
  );
  return (
    <Answer query={query}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Empty title={t("shared.none")} />
        ) : (
          <Cards shared={rows} total={total} />
        )
      }
    </Answer>
  );
}

function Cards({ shared, total }: { shared: readonly Shared[]; total: number }) {
  const { t } = useLanguage();
  const { params } = useRoute();
  const [shown, setShown] = useState(step);
  const duty = params.get("function");
  const topic = params.get("topic");
  const fitting = shared.filter(
    ({ topics, sharedFunctions }) =>
      (!topic || topics.some(({ slug }) => slug === topic)) &&
      (!duty || sharedFunctions.some(({ slug }) => slug === duty)),
  );
  return (
    <>
      <div className="matrix-head">
        <p role="status">{t("shared.count", { n: fitting.length, total })}</p>
        <Choice name="function" label="kind.FUNCTION" of={shared.map((s) => s.sharedFunctions)} />
        <Choice name="topic" label="kind.TOPIC" of={shared.map((s) => s.topics)} />
      </div>
      <ul className="shared">
        {fitting.slice(0, shown).map((each) => (
          <li key={each.tasks.map(({ id }) => id).join()}>
            <SharedCard shared={each} />
          </li>
        ))}
      </ul>
      {fitting.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {t("fact.more", { n: fitting.length - shown })}
        </button>
      )}
    </>
  );
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly name: "function" | "topic";
  readonly label: "kind.FUNCTION" | "kind.TOPIC";
  readonly of: readonly (readonly Named[])[];
}

/** Narrows the cards to one function or topic, those of the most cards first. */
function Choice({ name, label, of }: ChoiceProps) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const { params, setParams } = useRoute();
  const counts = new Map<string, { thing: Named; n: number }>();
  for (const thing of of.flat()) {
    counts.set(thing.slug, { thing, n: (counts.get(thing.slug)?.n ?? 0) + 1 });
  }
  const choices = [...counts.values()].sort((a, b) => b.n - a.n);
  return (
    <select
      className="input"
      aria-label={t(label)}
      value={params.get(name) ?? ""}
      onChange={(event) => setParams({ [name]: event.target.value }, { replace: true })}
    >
      <option value="">
        {t(label)}：{t("table.allKinds")}
      </option>
      {choices.map(({ thing, n }) => (
        <option key={thing.slug} value={thing.slug}>
          {nameOf(thing)}（{n}）
        </option>
      ))}
    </select>
  );
}
