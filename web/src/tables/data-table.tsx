import { useLanguage, useNameOf } from "../i18n/language";
import { useRoute } from "../route";
import { download } from "../ui/download";
import { Empty } from "../ui/states";
import { toCsv } from "./csv";
import type { Rows } from "./load-all";
import { sortBy } from "./sort";
import type { Column, Speech, Table } from "./table";

const pageSize = 50;

interface DataTableProps<Row extends { readonly id: string }> {
  readonly name: string;
  readonly table: Table<Row>;
  readonly content: Rows<Row>;
}

/** The rows of a table, sorted and paged as the URL says. */
export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>) {
  const { name, table, content } = props;
  const { params } = useRoute();
  const speech: Speech = { t: useLanguage().t, nameOf: useNameOf() };
  const { t } = speech;
  const sorted = sortedRows(table, content, params, speech);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number(params.get("page")) || 1));
  const save = () => {
    const head = table.columns.map((column) => t(column.name));
    const lines = sorted.map((row) => table.columns.map((column) => column.value(row, speech)));
    download(`${name}.csv`, toCsv(head, lines), "text/csv;charset=utf-8");
  };
  const counts = { shown: sorted.length, total: content.total };
  return (
    <>
      <div className="table-head">
        <p role="status">
          {t(counts.shown < counts.total ? "table.countPart" : "table.count", counts)}
        </p>
        <button type="button" className="button" disabled={sorted.length === 0} onClick={save}>
          {t("table.csv")}
        </button>
      </div>
      {sorted.length === 0 ? (
        <Empty title={t("table.empty")} />
      ) : (
        <section className="table-scroll card" aria-label={t(table.title)} tabIndex={-1}>
          <table className="table">
            <TableHead columns={table.columns} />
            <tbody>
              {sorted.slice((page - 1) * pageSize, page * pageSize).map((row) => (
                <tr key={row.id}>
                  {table.columns.map((column) => (
                    <td key={column.key} className={cellClass(column)}>
                      {column.cell ? column.cell(row, speech) : column.value(row, speech)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {pages > 1 && <Pager page={page} pages={pages} />}
    </>
  );
}

function sortedRows<Row extends { readonly id: string }>(
  table: Table<Row>,
  { rows }: Rows<Row>,
  params: URLSearchParams,
  speech: Speech,
): readonly Row[] {
  const column = table.columns.find(({ key }) => key === params.get("sort"));
  if (!column) return rows;
  return sortBy(rows, (row) => column.value(row, speech), params.get("dir") === "desc" ? -1 : 1);
}

function cellClass(column: { readonly numeric?: boolean; readonly wide?: boolean }) {
  return column.numeric ? "table__number" : column.wide ? "table__wide" : undefined;
}

const nextDirection = { none: "ascending", ascending: "descending", descending: "none" } as const;

function TableHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const { t } = useLanguage();
  const { params, setParams } = useRoute();
  const sorted = params.get("dir") === "desc" ? "descending" : "ascending";
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const state = params.get("sort") === column.key ? sorted : "none";
          const next = nextDirection[state];
          const sort = () =>
            setParams(
              {
                sort: next === "none" ? undefined : column.key,
                dir: next === "descending" ? "desc" : undefined,
                page: undefined,
              },
              { replace: true },
            );
          return (
            <th key={column.key} aria-sort={state} className={cellClass(column)} scope="col">
              <button
                type="button"
                className="table__sort"
                title={t("table.sortBy", { name: t(column.name) })}
                onClick={sort}
              >
                {t(column.name)}
                <span className="table__arrow" aria-hidden="true">
                  {state === "none" ? "" : state === "ascending" ? "↑" : "↓"}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Pager({ page, pages }: { page: number; pages: number }) {
  const { t } = useLanguage();
  const { setParams } = useRoute();
  const go = (to: number) => setParams({ page: to > 1 ? String(to) : undefined });
  return (
    <nav className="pager" aria-label={t("table.page", { page, pages })}>
      <button type="button" className="button" disabled={page <= 1} onClick={() => go(page - 1)}>
        {t("table.previous")}
      </button>
      <span>{t("table.page", { page, pages })}</span>
      <button
        type="button"
        className="button"
        disabled={page >= pages}
        onClick={() => go(page + 1)}
      >
        {t("table.next")}
      </button>
    </nav>
  );
}
