import { ask } from "../api/client";
import {
  type BodyLevel,
  BodyRows,
  DepartmentRows,
  DocumentRows,
  type TargetBasis,
  TargetRows,
  type TaskKind,
  TaskRows,
} from "../generated/api";
import { NodeLink } from "../nodes/node-link";
import { href } from "../route";
import { placeOf } from "../ui/evidence";
import { formatAim } from "../ui/format";
import { Link } from "../ui/link";
import { loadAll } from "./load-all";
import { defineTable, type Filter } from "./table";

const regionsOf = ({ region }: Filter) => (region ? [region] : undefined);

const documents = defineTable({
  title: "kind.DOCUMENT",
  byRegion: true,
  load: (filter, signal) =>
    loadAll(async (after) => {
      const conditions = { text: filter.q, regions: regionsOf(filter), loaded: null };
      return (await ask(DocumentRows, { filter: conditions, after }, signal)).documents;
    }),
  columns: [
    {
      key: "title",
      name: "kind.DOCUMENT",
      wide: true,
      value: (row) => row.title,
      cell: (row) => (
        <NodeLink id={row.id} kind="DOCUMENT">
          {row.title}
        </NodeLink>
      ),
    },
    { key: "number", name: "fact.number", value: (row) => row.number },
    { key: "region", name: "fact.region", value: (row) => row.region.name },
    { key: "genre", name: "fact.genre", value: (row) => row.genre },
    { key: "issued", name: "fact.issued", value: (row) => row.issued },
    {
      key: "tasks",
      name: "fact.tasks",
      numeric: true,
      value: (row) => (row.loaded ? row.tasks.totalCount : null),
    },
    {
      key: "targets",
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
  title: "kind.TASK",
  byRegion: true,
  kinds: [
    ["TASK", "task.TASK"],
    ["SAFEGUARD", "task.SAFEGUARD"],
  ],
  load: (filter, signal) =>
    loadAll(async (after) => {
      const conditions = {
        text: filter.q,
        regions: regionsOf(filter),
        documents: filter.document ? [filter.document] : undefined,
        kind: filter.kind as TaskKind | undefined,
      };
      return (await ask(TaskRows, { filter: conditions, after }, signal)).tasks;
    }),
  columns: [
    { key: "region", name: "fact.region", value: (row) => row.region.name },
    { key: "path", name: "fact.path", value: (row) => row.path },
    {
      key: "heading",
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
      value: (row, { nameOf }) => row.topics.map(nameOf).join("、"),
    },
    { key: "document", name: "fact.document", wide: true, value: (row) => row.document.title },
  ],
});

const departments = defineTable({
  title: "kind.DEPARTMENT",
  byRegion: true,
  load: (filter, signal) =>
    loadAll(async (after) => {
      const conditions = { text: filter.q, regions: regionsOf(filter) };
      return (await ask(DepartmentRows, { filter: conditions, after }, signal)).departments;
    }),
  columns: [
    { key: "region", name: "fact.region", value: (row) => row.region.name },
    {
      key: "name",
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
    { key: "short", name: "fact.name", value: (row) => row.name },
    {
      key: "function",
      name: "fact.function",
      value: (row, { nameOf }) => row.function && nameOf(row.function),
    },
    { key: "tasks", name: "fact.tasks", numeric: true, value: (row) => row.tasks.totalCount },
  ],
});

const bases: readonly TargetBasis[] = ["NEW", "CUMULATIVE", "ANNUAL", "RATE", "DURATION"];

const targets = defineTable({
  title: "kind.TARGET",
  byRegion: true,
  kinds: bases.map((basis) => [basis, `basis.${basis}`] as const),
  load: (filter, signal) =>
    loadAll(async (after) => {
      const conditions = {
        text: filter.q,
        regions: regionsOf(filter),
        basis: filter.kind as TargetBasis | undefined,
      };
      return (await ask(TargetRows, { filter: conditions, after }, signal)).targets;
    }),
  columns: [
    { key: "region", name: "fact.region", value: (row) => row.region.name },
    {
      key: "metric",
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
      key: "value",
      name: "fact.value",
      numeric: true,
      value: (row) => row.value,
      cell: (row) => formatAim(row),
    },
    { key: "unit", name: "fact.unit", value: (row) => row.unit },
    { key: "deadline", name: "fact.deadline", numeric: true, value: (row) => row.deadline },
    {
      key: "basis",
      name: "fact.basis",
      value: (row, { t }) => row.basis && t(`basis.${row.basis}`),
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

const bodies = defineTable({
  title: "kind.STANDARDS_BODY",
  byRegion: false,
  kinds: levels.map((level) => [level, `level.${level}`] as const),
  load: async (filter, signal) => {
    const { standardsBodies } = await ask(
      BodyRows,
      { level: filter.kind as BodyLevel | undefined },
      signal,
    );
    const text = filter.q?.toLowerCase() ?? "";
    const rows = standardsBodies.filter((body) =>
      `${body.code ?? ""} ${body.name}`.toLowerCase().includes(text),
    );
    return { rows, total: rows.length };
  },
  columns: [
    { key: "code", name: "fact.code", value: (row) => row.code },
    {
      key: "name",
      name: "fact.name",
      wide: true,
      value: (row) => row.name,
      cell: (row) => (
        <NodeLink id={row.id} kind="STANDARDS_BODY">
          {row.name}
        </NodeLink>
      ),
    },
    { key: "level", name: "fact.level", value: (row, { t }) => t(`level.${row.level}`) },
    { key: "parent", name: "fact.parent", value: (row) => row.parent?.code ?? row.parent?.name },
    {
      key: "documents",
      name: "kind.DOCUMENT",
      wide: true,
      value: (row) => row.documents.map((document) => document.title).join("；"),
    },
    { key: "tasks", name: "fact.tasks", numeric: true, value: (row) => row.tasks.totalCount },
  ],
});

/** The tables by the last part of their address. */
export const tables = { documents, tasks, departments, bodies, targets } as const;

/** The name of a table. */
export type TableName = keyof typeof tables;
