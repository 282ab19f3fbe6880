import { ask } from "../api/client";
import { useLoad } from "../api/use-query";
import { TopicTasks, type TopicTasksQuery } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { useRoute } from "../route";
import { loadAll } from "../tables/load-all";
import { Answer } from "../ui/answer";
import { KindShape } from "../ui/kinds";
import { Empty } from "../ui/states";
import type { RegionChoice } from "./regions";

type Task = TopicTasksQuery["tasks"]["nodes"][number];
type Topic = Task["topics"][number];

/** A topic with the tasks about it in each region. */
interface Row {
  readonly topic: Topic;
  readonly tasks: ReadonlyMap<string, readonly Task[]>;
  readonly count: number;
}

function rowsOf(tasks: readonly Task[]): Row[] {
  const topics = new Map<string, { topic: Topic; tasks: Map<string, Task[]>; count: number }>();
  for (const task of tasks) {
    for (const topic of task.topics) {
      const row = topics.get(topic.slug) ?? { topic, tasks: new Map<string, Task[]>(), count: 0 };
      const { code } = task.region;
      row.tasks.set(code, [...(row.tasks.get(code) ?? []), task]);
      row.count += 1;
      topics.set(topic.slug, row);
    }
  }
  return [...topics.values()].sort(
    (a, b) =>
      b.tasks.size - a.tasks.size || b.count - a.count || (a.topic.slug < b.topic.slug ? -1 : 1),
  );
}

/** What the regions' tasks are about, side by side: topics that all of them have come first. */
export function Topics({ regions }: { regions: readonly RegionChoice[] }) {
  const { t } = useLanguage();
  const codes = regions.map(({ code }) => code);
  const query = useLoad(`topics ${codes.join()}`, (signal) =>
    loadAll(async (after) => {
      const filter = { regions: codes, includeDescendants: false };
      return (await ask(TopicTasks, { filter, after }, signal)).tasks;
    }),
  );
  return (
    <Answer query={query}>
      {({ rows: tasks }) => {
        const rows = rowsOf(tasks);
        if (rows.length === 0) return <Empty title={t("table.empty")} />;
        return <TopicTable rows={rows} regions={regions} tasks={tasks} />;
      }}
    </Answer>
  );
}

interface TopicTableProps {
  readonly rows: readonly Row[];
  readonly regions: readonly RegionChoice[];
  readonly tasks: readonly Task[];
}

function TopicTable({ rows, regions, tasks }: TopicTableProps) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const { params, setParams } = useRoute();
  const open = params.get("topic");
  const totals = new Map(
    regions.map(({ code }) => [code, tasks.filter((task) => task.region.code === code).length]),
  );
  const most = Math.max(...rows.flatMap((row) => [...row.tasks.values()].map((of) => of.length)));
  return (
    <div className="table-scroll card">
      <table className="table topics">
        <thead>
          <tr>
            <th scope="col">{t("kind.TOPIC")}</th>
            {regions.map(({ code, name }) => (
              <th key={code} scope="col">
                {t("compare.tasksOf", { region: name, n: totals.get(code) ?? 0 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isOpen = row.topic.slug === open;
            return (
              <tr key={row.topic.slug} className={isOpen ? "topics__open" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="topics__toggle"
                    aria-expanded={isOpen}
                    onClick={() =>
                      setParams({ topic: isOpen ? undefined : row.topic.slug }, { replace: true })
                    }
                  >
                    <KindShape kind="TOPIC" /> {nameOf(row.topic)}
                  </button>
                </th>
                {regions.map(({ code }) => (
                  <td key={code}>
                    <TopicCell tasks={row.tasks.get(code) ?? []} most={most} isOpen={isOpen} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface TopicCellProps {
  readonly tasks: readonly Task[];
  /** The most tasks of any cell, which the bars are measured against. */
  readonly most: number;
  readonly isOpen: boolean;
}

function TopicCell({ tasks, most, isOpen }: TopicCellProps) {
  const { t } = useLanguage();
  if (tasks.length === 0) return <span className="topics__none">{t("compare.noTasks")}</span>;
  return (
    <>
      <span className="bar">
        <span className="bar__fill" style={{ width: `${(80 * tasks.length) / most}%` }} />
        <span className="bar__count">{tasks.length}</span>
      </span>
      {isOpen && (
        <ul className="topics__tasks">
          {tasks.map((task) => (
            <li key={task.id}>
              <NodeLink id={task.id} kind="TASK">
                {task.path} {task.heading}
              </NodeLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
