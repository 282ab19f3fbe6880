import { useLoad, useQuery } from "../api/use-query";
import type { ViewProps } from "../app";
import { RegionChoices } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { href, useRoute } from "../route";
import { Answer } from "../ui/answer";
import { Link } from "../ui/link";
import { Empty } from "../ui/states";
import { DataTable } from "./data-table";
import { type TableName, tables } from "./definitions";
import { DownloadButton } from "./download-button";
import { FilterBar } from "./filter-bar";
import { pageSize } from "./pager";
import type { PageArgs } from "./pages";
import { type AnyTable, type Filter, filterNames, type Wanted } from "./table";
import "./tables.css";

/** The tables: every document, task, department, body and target of the graph. */
export default function Tables({ rest }: ViewProps) {
  const { t } = useLanguage();
  if (!(rest in tables)) return <Empty title={t("state.notFound")} />;
  const name = rest as TableName;
  return (
    <div className="page page--wide">
      <nav className="tabs" aria-label={t("table.choose")}>
        {(Object.keys(tables) as TableName[]).map((other) => (
          <Link
            key={other}
            className="tabs__tab"
            href={href(`/tables/${other}`)}
            aria-current={other === name ? "page" : undefined}
          >
            {t(tables[other].title)}
          </Link>
        ))}
      </nav>
      <TableView key={name} name={name} table={tables[name]} />
    </div>
  );
}

/** What the URL asks of a table: which rows, in which order, and which page of them. */
function useWanted(table: AnyTable): { wanted: Wanted<string>; args: PageArgs } {
  const { params } = useRoute();
  const filter: Filter = {};
  for (const condition of filterNames) {
    const value = params.get(condition);
    if (value) filter[condition] = value;
  }
  const by = table.columns.find(({ key }) => key === params.get("sort"))?.orderBy;
  const orderBy = by ? { by, descending: params.get("dir") === "desc" } : undefined;
  const before = params.get("before") ?? undefined;
  const after = params.get("after") ?? undefined;
  const args = before ? { last: pageSize, before } : { first: pageSize, after };
  return { wanted: { filter, orderBy }, args };
}

function TableView({ name, table }: { name: string; table: AnyTable }) {
  const { t } = useLanguage();
  const regions = useQuery(RegionChoices, {});
  const { wanted, args } = useWanted(table);
  const key = `table ${name} ${JSON.stringify([wanted, args])}`;
  const query = useLoad(key, (signal) => table.load(wanted, args, signal));
  return (
    <>
      <h1 className="visually-hidden">{t(table.title)}</h1>
      <FilterBar table={table} filter={wanted.filter} regions={regions.data?.regions ?? []} />
      <Answer query={query}>
        {(content) => (
          <>
            <div className="table-head">
              <p role="status">{t("table.count", { total: content.totalCount })}</p>
              <DownloadButton
                name={name}
                table={table}
                wanted={wanted}
                total={content.totalCount}
              />
            </div>
            <DataTable table={table} content={content} />
          </>
        )}
      </Answer>
    </>
  );
}
