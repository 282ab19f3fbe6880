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
import { FilterBar } from "./filter-bar";
import { type AnyTable, type Filter, filterNames } from "./table";
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

function TableView({ name, table }: { name: string; table: AnyTable }) {
  const { params } = useRoute();
  const { t } = useLanguage();
  const regions = useQuery(RegionChoices, {});
  const filter: Filter = {};
  for (const condition of filterNames) {
    const value = params.get(condition);
    if (value) filter[condition] = value;
  }
  const query = useLoad(`table ${name} ${JSON.stringify(filter)}`, (signal) =>
    table.load(filter, signal),
  );
  return (
    <>
      <h1 className="visually-hidden">{t(table.title)}</h1>
      <FilterBar table={table} filter={filter} regions={regions.data?.regions ?? []} />
      <Answer query={query}>
        {(rows) => <DataTable name={name} table={table} content={rows} />}
      </Answer>
    </>
  );
}
