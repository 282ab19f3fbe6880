import { ask } from "../api/client";
import {
  type BodyLevel,
  BodyRows,
  type BodyRowsQuery,
  type Confidence,
  type DepartmentOrderField,
  DepartmentRows,
  type DocumentOrderField,
  DocumentRows,
  type TargetBasis,
  type TargetOrderField,
  TargetRows,
  type TaskKind,
  type TaskOrderField,
  TaskRows,
} from "../generated/api";
import { NodeLink } from "../nodes/node-link";
import { href } from "../route";
import { placeOf } from "../ui/evidence";
import { formatNumber, signs } from "../ui/format";
import { Link } from "../ui/link";
import { pageOf } from "./pages";
import { sortBy } from "./sort";
import { defineTable, type Filter, type Wanted } from "./table";

const regionsOf = ({ region }: Filter) => (region ? [region] : undefined);

const documents = defineTable({
  title: "tables.documents",
  byRegion: true,
  noKind: "table.loaded",
  kinds: [
    ["CITED", "table.cited"],
    ["ALL", "table.loadedOrCited"],
  ],
  load: async ({ filter, orderBy }: Wanted<DocumentOrderField>, args, signal) => {
    const loaded = filter.kind === "ALL" ? null : filter.kind !== "CITED";
    const conditions = { text: filter.q, regions: regionsOf(filter), loaded };
    return (await ask(DocumentRows, { filter: conditions, orderBy, ...args }, signal)).documents;
  },
  columns: [
    {
      key: "title",
      orderBy: "TITLE",
      name: "kind.DOCUMENT",
      wide: true,
      value: (row) => row.title,
      cell: (row) => (
        <NodeLink id={row.id} kind="DOCUMENT">
          {row.title}
        </NodeLink>
      ),
    },
    { key: "number", orderBy: "NUMBER", name: "fact.number", value: (row) => row.number },
    { key: "region", orderBy: "REGION", name: "fact.region", value: (row) => row.region.name },
    { key: "genre", orderBy: "GENRE", name: "fact.genre", value: (row) => row.genre },
    { key: "issued", orderBy: "ISSUED", name: "fact.issued", value: (row) => row.issued },
    {
      key: "tasks",
      orderBy: "TASKS",
      name: "fact.tasks",
      numeric: true,
      value: (row) => (row.loaded ? row.tasks.totalCount : null),
    },
    {
      key: "targets",
      orderBy: "TARGETS",
      name: "fact.targets",
      numeric: true,
      value: (row) => (row.loaded ? row.targets.totalCount : null),
    },
    {
      key: "text",
      name: "fact.text",
      value: (row, { t }) => (row.loaded ? href(`/documents/${row.id}`) : t("fact.stub")),
      cell: (row, { t }) =>
        row.loaded ? (
          <Link href={href(`/documents/${row.id}`)}>{t("fact.readInPlace")}</Link>
        ) : (
          t("fact.stub")
        ),
    },
  ],
});

const tasks = defineTable({
  title: "tables.tasks",
  byConfidence: true,
  byRegion: true,
  kinds: [
    ["TASK", "task.TASK"],
    ["SAFEGUARD", "task.SAFEGUARD"],
  ],
  load: async ({ filter, orderBy }: Wanted<TaskOrderField>, args, signal) => {
    const conditions = {
      text: filter.q,
      regions: regionsOf(filter),
      documents: filter.document ? [filter.document] : undefined,
      kind: filter.kind as TaskKind | undefined,
      minConfidence: filter.confidence as Confidence | undefined,
    };
    return (await ask(TaskRows, { filter: conditions, orderBy, ...args }, signal)).tasks;
  },
  columns: [
    { key: "region", orderBy: "REGION", name: "fact.region", value: (row) => row.region.name },
    { key: "path", orderBy: "PATH", name: "fact.path", value: (row) => row.path },
    {
      key: "heading",
      orderBy: "HEADING",
      name: "kind.TASK",
      wide: true,
      value: (row) => row.heading ?? row.text,
      cell: (row) => (
        <NodeLink id={row.id} kind="TASK">
          {row.heading ?? `${row.text.slice(0, 60)}…`}
        </NodeLink>
      ),
    },
    { key: "kind", name: "fact.kind", value: (row, { t }) => t(`task.${row.kind}`) },
    {
      key: "units",
      orderBy: "DEPARTMENTS",
      name: "fact.units",
      wide: true,
      value: (row, { t }) =>
        row.responsibilities
          .map(({ asWritten, role }) =>
            role === "RESPONSIBLE" ? asWritten : `${asWritten}（${t(`role.${role}`)}）`,
          )
          .join("、"),
    },
    {
      key: "topics",
      name: "fact.topics",
      wide: true,
      value: (row, { nameOf }) => row.topics.map(nameOf).join("、"),
    },
    { key: "document", name: "fact.document", wide: true, value: (row) => row.document.title },
  ],
});

const departments = defineTable({
  title: "tables.departments",
  byRegion: true,
  load: async ({ filter, orderBy }: Wanted<DepartmentOrderField>, args, signal) => {
    const conditions = { text: filter.q, regions: regionsOf(filter) };
    return (await ask(DepartmentRows, { filter: conditions, orderBy, ...args }, signal))
      .departments;
  },
  columns: [
    { key: "region", orderBy: "REGION", name: "fact.region", value: (row) => row.region.name },
    {
      key: "name",
      orderBy: "FULL_NAME",
      name: "fact.fullName",
      wide: true,
      value: (row) => row.fullName,
      cell: (row, { t }) => (
        <>
          <NodeLink id={row.id} kind="DEPARTMENT">
            {row.fullName}
          </NodeLink>{" "}
          {row.collective && <span className="tag">{t("fact.collective")}</span>}
        </>
      ),
    },
    { key: "short", orderBy: "NAME", name: "fact.name", value: (row) => row.name },
    {
      key: "function",
      orderBy: "FUNCTION",
      name: "fact.function",
      value: (row, { nameOf }) => row.function && nameOf(row.function),
    },
    {
      key: "tasks",
      orderBy: "TASKS",
      name: "fact.tasks",
      numeric: true,
      value: (row) => row.tasks.totalCount,
    },
  ],
});

const bases: readonly TargetBasis[] = ["NEW", "CUMULATIVE", "ANNUAL", "RATE", "DURATION"];

const targets = defineTable({
  title: "tables.targets",
  byConfidence: true,
  byRegion: true,
  kinds: bases.map((basis) => [basis, `basis.${basis}`] as const),
  load: async ({ filter, orderBy }: Wanted<TargetOrderField>, args, signal) => {
    const conditions = {
      text: filter.q,
      regions: regionsOf(filter),
      documents: filter.document ? [filter.document] : undefined,
      basis: filter.kind as TargetBasis | undefined,
      minConfidence: filter.confidence as Confidence | undefined,
    };
    return (await ask(TargetRows, { filter: conditions, orderBy, ...args }, signal)).targets;
  },
  columns: [
    { key: "region", orderBy: "REGION", name: "fact.region", value: (row) => row.region.name },
    {
      key: "metric",
      orderBy: "METRIC",
      name: "fact.metric",
      wide: true,
      value: (row) => row.metric,
      cell: (row) => (
        <NodeLink id={row.id} kind="TARGET">
          {row.metric}
        </NodeLink>
      ),
    },
    {
      key: "comparator",
      name: "fact.comparator",
      numeric: true,
      value: (row) => signs[row.comparator],
    },
    {
      key: "value",
      orderBy: "VALUE",
      name: "fact.value",
      numeric: true,
      value: (row) => row.value,
      cell: (row) => formatNumber(row.value),
    },
    { key: "unit", orderBy: "UNIT", name: "fact.unit", value: (row) => row.unit },
    {
      key: "deadline",
      orderBy: "DEADLINE",
      name: "fact.deadline",
      numeric: true,
      value: (row) => row.deadline,
    },
    {
      key: "basis",
      name: "fact.basis",
      value: (row, { t }) => row.basis && t(`basis.${row.basis}`),
    },
    {
      key: "confidence",
      name: "fact.confidence",
      value: (row, { t }) => t(`confidence.${row.confidence}`),
    },
    {
      key: "quote",
      name: "fact.evidence",
      wide: true,
      value: (row) => row.evidence[0]?.quote,
      cell: (row) => {
        const [place] = row.evidence;
        if (!place) return null;
        const expression = { ...place.expression, document: row.document };
        return <Link href={placeOf({ ...place, expression })}>{place.quote}</Link>;
      },
    },
  ],
});

const levels: readonly BodyLevel[] = [
  "INTERNATIONAL",
  "NATIONAL",
  "PROVINCIAL",
  "MUNICIPAL",
  "COORDINATION",
];

type Body = BodyRowsQuery["standardsBodies"][number];

/** What bodies are ordered by here, since the API gives all of them at once. */
const bodyOrders = {
  code: (row: Body) => row.code,
  name: (row: Body) => row.name,
  level: (row: Body) => levels.indexOf(row.level),
  parent: (row: Body) => row.parent?.code ?? row.parent?.name,
  tasks: (row: Body) => row.tasks.totalCount,
};

const bodies = defineTable({
  title: "tables.bodies",
  byRegion: false,
  kinds: levels.map((level) => [level, `level.${level}`] as const),
  load: async ({ filter, orderBy }: Wanted<keyof typeof bodyOrders>, args, signal) => {
    const level = filter.kind as BodyLevel | undefined;
    const { standardsBodies } = await ask(BodyRows, { level }, signal);
    const text = filter.q?.toLowerCase() ?? "";
    const rows = standardsBodies.filter((body) =>
      `${body.code ?? ""} ${body.name}`.toLowerCase().includes(text),
    );
    const { by, descending } = orderBy ?? {};
    return pageOf(by ? sortBy(rows, bodyOrders[by], descending ? -1 : 1) : rows, args);
  },
  columns: [
    { key: "code", orderBy: "code", name: "fact.code", value: (row) => row.code },
    {
      key: "name",
      orderBy: "name",
      name: "fact.name",
      wide: true,
      value: (row) => row.name,
      cell: (row) => (
        <NodeLink id={row.id} kind="STANDARDS_BODY">
          {row.name}
        </NodeLink>
      ),
    },
    {
      key: "level",
      orderBy: "level",
      name: "fact.level",
      value: (row, { t }) => t(`level.${row.level}`),
    },
    {
      key: "parent",
      orderBy: "parent",
      name: "fact.parent",
      value: (row) => row.parent?.code ?? row.parent?.name,
    },
    {
      key: "documents",
      name: "kind.DOCUMENT",
      wide: true,
      value: (row) => row.documents.map((document) => document.title).join("；"),
    },
    {
      key: "tasks",
      orderBy: "tasks",
      name: "fact.tasks",
      numeric: true,
      value: (row) => row.tasks.totalCount,
    },
  ],
});

/** The tables by the last part of their address. */
export const tables = { documents, tasks, departments, bodies, targets } as const;

/** The name of a table. */
export type TableName = keyof typeof tables;
