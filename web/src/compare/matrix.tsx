import { useRef } from "react";
import { useQuery } from "../api/use-query";
import { Pairs, type PairsQuery } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { useRoute } from "../route";
import { Answer } from "../ui/answer";
import { KindShape } from "../ui/kinds";
import { Empty } from "../ui/states";

type Pair = PairsQuery["departmentPairs"][number];
type Duty = Pair["a"];

/** Which functions work together in every one of the regions, as a matrix or a list. */
export function Matrix({ regions }: { regions: readonly string[] }) {
  const { t } = useLanguage();
  const { params, setParams } = useRoute();
  const minTasks = Math.max(1, Number(params.get("min")) || 1);
  const query = useQuery(Pairs, { regions: [...regions], minTasks });
  const asList = params.get("list") === "1";
  const panel = useRef<HTMLElement>(null);
  return (
    <Answer query={query}>
      {({ departmentPairs: pairs }) => {
        const chosen = pairs.find((pair) => keyOf(pair) === params.get("pair"));
        const choose = (pair: Pair) => {
          setParams({ pair: keyOf(pair) }, { replace: true });
          requestAnimationFrame(() => panel.current?.scrollIntoView({ block: "nearest" }));
        };
        return (
          <>
            <div className="matrix-head">
              <p role="status">{t("compare.pairs", { n: pairs.length, min: minTasks })}</p>
              <label className="matrix-head__min">
                {t("compare.minTasks")}
                <input
                  className="input"
                  type="number"
                  min={1}
                  max={99}
                  value={minTasks}
                  onChange={(event) => setParams({ min: event.target.value }, { replace: true })}
                />
              </label>
              <button
                type="button"
                className="button"
                onClick={() => setParams({ list: asList ? undefined : "1" }, { replace: true })}
              >
                {t(asList ? "compare.grid" : "compare.list")}
              </button>
            </div>
            {pairs.length === 0 ? (
              <Empty title={t("compare.noPairs")} />
            ) : (
              <div className="matrix-view">
                <div className="matrix-scroll">
                  {asList ? (
                    <PairList pairs={pairs} chosen={chosen} onChoose={choose} />
                  ) : (
                    <Grid pairs={pairs} chosen={chosen} onChoose={choose} />
                  )}
                </div>
                <section ref={panel} className="matrix-panel card" aria-live="polite">
                  {chosen ? <PairTasks pair={chosen} /> : <PickHint />}
                </section>
              </div>
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** What the matrix says, while no cell is chosen. */
function PickHint() {
  const { t } = useLanguage();
  return (
    <>
      <p>{t("compare.pick")}</p>
      <p>{t("compare.matrix.hint")}</p>
    </>
  );
}

function keyOf({ a, b }: Pair): string {
  return `${a.slug},${b.slug}`;
}

/** The functions of the pairs, those with the most common tasks first. */
function dutiesOf(pairs: readonly Pair[]): Duty[] {
  const weights = new Map<string, { duty: Duty; tasks: number }>();
  for (const { a, b, taskCount } of pairs) {
    for (const duty of [a, b]) {
      const before = weights.get(duty.slug)?.tasks ?? 0;
      weights.set(duty.slug, { duty, tasks: before + taskCount });
    }
  }
  const sorted = [...weights.values()].sort(
    (x, y) => y.tasks - x.tasks || (x.duty.slug < y.duty.slug ? -1 : 1),
  );
  return sorted.map(({ duty }) => duty);
}

interface PairsProps {
  readonly pairs: readonly Pair[];
  readonly chosen?: Pair;
  readonly onChoose: (pair: Pair) => void;
}

/** The lower half of the matrix: its upper half would say the same. */
function Grid({ pairs, chosen, onChoose }: PairsProps) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const duties = dutiesOf(pairs);
  const most = Math.max(...pairs.map(({ taskCount }) => taskCount));
  const find = (x: Duty, y: Duty) =>
    pairs.find(
      ({ a, b }) =>
        (a.slug === x.slug && b.slug === y.slug) || (a.slug === y.slug && b.slug === x.slug),
    );
  return (
    <table className="matrix">
      <caption className="visually-hidden">{t("compare.matrix")}</caption>
      <thead>
        <tr>
          <td />
          {duties.slice(0, -1).map((duty) => (
            <th key={duty.slug} scope="col" className="matrix__column">
              <span>{nameOf(duty)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duties.slice(1).map((row, i) => (
          <tr key={row.slug}>
            <th scope="row" className="matrix__row">
              {nameOf(row)}
            </th>
            {duties.slice(0, i + 1).map((column) => {
              const pair = find(row, column);
              if (!pair) return <td key={column.slug} className="matrix__cell" />;
              const share = Math.round(8 + (37 * pair.taskCount) / most);
              return (
                <td key={column.slug} className="matrix__cell">
                  <button
                    type="button"
                    className="matrix__count"
                    style={{ backgroundColor: `rgb(var(--heat) / ${share}%)` }}
                    aria-pressed={pair === chosen}
                    aria-label={t("compare.cell", {
                      a: nameOf(row),
                      b: nameOf(column),
                      n: pair.taskCount,
                    })}
                    onClick={() => onChoose(pair)}
                  >
                    {pair.taskCount}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairList({ pairs, chosen, onChoose }: PairsProps) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  return (
    <table className="table card">
      <thead>
        <tr>
          <th scope="col">{t("compare.pair")}</th>
          {pairs[0]?.regions.map(({ region }) => (
            <th key={region.code} scope="col" className="table__number">
              {region.name}
            </th>
          ))}
          <th scope="col" className="table__number">
            {t("compare.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={keyOf(pair)} aria-current={pair === chosen || undefined}>
            <td>
              <button type="button" className="text-button" onClick={() => onChoose(pair)}>
                {nameOf(pair.a)} × {nameOf(pair.b)}
              </button>
            </td>
            {pair.regions.map(({ region, tasks }) => (
              <td key={region.code} className="table__number">
                {tasks.length}
              </td>
            ))}
            <td className="table__number">{pair.taskCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairTasks({ pair }: { pair: Pair }) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  return (
    <>
      <h2 className="facts__title">
        {nameOf(pair.a)} × {nameOf(pair.b)}
      </h2>
      {pair.regions.map(({ region, departments, tasks }) => (
        <section key={region.code} className="relations">
          <h3 className="relations__title">
            {t("compare.tasksOf", { region: region.name, n: tasks.length })}
          </h3>
          <p className="matrix-panel__units">
            {departments.map((unit) => (
              <NodeLink key={unit.id} id={unit.id} className="chip">
                <KindShape kind="DEPARTMENT" /> {unit.name}
              </NodeLink>
            ))}
          </p>
          <ul>
            {tasks.map((task) => (
              <li key={task.id} className="relation__line">
                <NodeLink id={task.id} kind="TASK">
                  {task.path} {task.heading}
                </NodeLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
