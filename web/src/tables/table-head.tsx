import { useLanguage } from "../i18n/language";
import { useRoute } from "../route";
import { type Column, cellClass } from "./table";

type Direction = "none" | "ascending" | "descending";

const next = { none: "ascending", ascending: "descending", descending: "none" } as const;

const arrows: Readonly<Record<Direction, string>> = { none: "↕", ascending: "↑", descending: "↓" };

/** The names of the columns, by which rows are ordered: upwards, downwards, and not at all. */
export function TableHead<Row>({ columns }: { columns: readonly Column<Row, string>[] }) {
  const { t } = useLanguage();
  const { params } = useRoute();
  const sorted = params.get("dir") === "desc" ? "descending" : "ascending";
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = params.get("sort") === column.key ? sorted : "none";
          return (
            <th
              key={column.key}
              aria-sort={column.orderBy ? direction : undefined}
              className={cellClass(column)}
              scope="col"
            >
              {column.orderBy ? <Sort column={column} direction={direction} /> : t(column.name)}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface SortProps<Row> {
  readonly column: Column<Row, string>;
  readonly direction: Direction;
}

function Sort<Row>({ column, direction }: SortProps<Row>) {
  const { t } = useLanguage();
  const { setParams } = useRoute();
  const wanted = next[direction];
  const sort = () =>
    setParams(
      {
        sort: wanted === "none" ? undefined : column.key,
        dir: wanted === "descending" ? "desc" : undefined,
        page: undefined,
        after: undefined,
        before: undefined,
      },
      { replace: true },
    );
  return (
    <button
      type="button"
      className="table__sort"
      data-direction={direction}
      title={t("table.sortBy", { name: t(column.name) })}
      onClick={sort}
    >
      {t(column.name)}
      <span className="table__arrow" aria-hidden="true">
        {arrows[direction]}
      </span>
    </button>
  );
}
