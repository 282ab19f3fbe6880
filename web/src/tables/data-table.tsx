import { useLanguage, useNameOf } from "../i18n/language";
import { useRoute } from "../route";
import { Empty } from "../ui/states";
import { Pager } from "./pager";
import type { RowPage } from "./pages";
import { cellClass, type Speech, type Table } from "./table";
import { TableHead } from "./table-head";

interface DataTableProps<Row extends { readonly id: string }> {
  readonly table: Table<Row>;
  readonly content: RowPage<Row>;
}

/** A page of the rows of a table. */
export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>) {
  const { table, content } = props;
  const { t } = useLanguage();
  const speech: Speech = { t, nameOf: useNameOf() };
  const { params } = useRoute();
  if (content.nodes.length === 0) return <Empty title={t("table.empty")} />;
  return (
    <>
      <section className="table-scroll card" aria-label={t(table.title)}>
        <table className="table table--sticky">
          <TableHead columns={table.columns} />
          <tbody>
            {content.nodes.map((row) => (
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
      <Pager
        page={Math.max(1, Number(params.get("page")) || 1)}
        total={content.totalCount}
        place={content.pageInfo}
      />
    </>
  );
}
