import { useQuery } from "../api/use-query";
import {
  TaskTotal,
  TopicCounts,
  type TopicCountsQuery,
  TopicTasks,
  type TopicTasksQuery,
} from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { useRoute } from "../route";
import { Answer } from "../ui/answer";
import { KindShape } from "../ui/kinds";
import { Empty } from "../ui/states";
import type { RegionChoice } from "./regions";

type Row = TopicCountsQuery["compareRegions"]["topics"][number];
type Task = TopicTasksQuery["tasks"]["nodes"][number];

/** What the regions' tasks are about, side by side: topics that all of them have come first. */
export function Topics({ regions }: { regions: readonly RegionChoice[] }) {
  const { t } = useLanguage();
  const query = useQuery(TopicCounts, { regions: regions.map(({ code }) => code) });
  return (
    <Answer query={query}>
      {({ compareRegions: { topics } }) =>
        topics.length === 0 ? (
          <Empty title={t("table.empty")} />
        ) : (
          <TopicTable rows={topics} regions={regions} />
        )
      }
    </Answer>
  );
}

interface TopicTableProps {
  readonly rows: readonly Row[];
  readonly regions: readonly RegionChoice[];
}

function TopicTable({ rows, regions }: TopicTableProps) {
  const { t } = useLanguage();
  const { params } = useRoute();
  const open = params.get("topic");
  const counts = rows.flatMap(({ tasks }) => tasks.map(({ count }) => count));
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  return (
    <>
      <p className="compare__hint">{t("compare.topics.hint")}</p>
      <div className="table-scroll card">
        <table className="table topics">
          <thead>
            <tr>
              <th scope="col">{t("kind.TOPIC")}</th>
              {regions.map((region) => (
                <RegionHead key={region.code} region={region} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TopicRow
                key={row.topic.slug}
                row={row}
                regions={regions}
                most={most}
                isOpen={row.topic.slug === open}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A region with the number of all its tasks. */
function RegionHead({ region: { code, name } }: { region: RegionChoice }) {
  const { t } = useLanguage();
  const filter = { regions: [code], includeDescendants: false };
  const { data } = useQuery(TaskTotal, { filter });
  return (
    <th scope="col">
      {data ? t("compare.tasksOf", { region: name, n: data.tasks.totalCount }) : name}
    </th>
  );
}

interface TopicRowProps {
  readonly row: Row;
  readonly regions: readonly RegionChoice[];
  /** The most tasks of any cell, which the bars are measured against. */
  readonly most: number;
  readonly isOpen: boolean;
}

function TopicRow({ row: { topic, tasks }, regions, most, isOpen }: TopicRowProps) {
  const nameOf = useNameOf();
  const { setParams } = useRoute();
  const toggle = () => setParams({ topic: isOpen ? undefined : topic.slug }, { replace: true });
  const opened = useQuery(
    TopicTasks,
    isOpen
      ? {
          filter: {
            topics: [topic.slug],
            regions: regions.map(({ code }) => code),
            includeDescendants: false,
          },
        }
      : null,
  );
  return (
    <tr className={isOpen ? "topics__open" : undefined}>
      <th scope="row">
        <button type="button" className="topics__toggle" aria-expanded={isOpen} onClick={toggle}>
          <span className="topics__arrow" aria-hidden="true" />
          <KindShape kind="TOPIC" /> {nameOf(topic)}
        </button>
      </th>
      {regions.map(({ code }) => (
        <td key={code}>
          <Bar count={tasks.find(({ region }) => region.code === code)?.count ?? 0} most={most} />
          {isOpen && opened.data && (
            <TopicTaskList
              tasks={opened.data.tasks.nodes.filter(({ region }) => region.code === code)}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

function Bar({ count, most }: { count: number; most: number }) {
  const { t } = useLanguage();
  if (count === 0) return <span className="topics__none">{t("compare.noTasks")}</span>;
  return (
    <span className="bar">
      <span className="bar__fill" style={{ width: `${(80 * count) / most}%` }} />
      <span className="bar__count">{count}</span>
    </span>
  );
}

function TopicTaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="topics__tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <NodeLink id={task.id} kind="TASK">
            {task.path} {task.heading}
          </NodeLink>
        </li>
      ))}
    </ul>
  );
}
