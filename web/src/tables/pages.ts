/** The most rows that a download loads. */
export const rowLimit = 10_000;

/** The most rows that the API gives at once. */
const largestPage = 200;

/** Which page of a list is wanted: so many rows after a cursor, or before one. */
export interface PageArgs {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** Where a page lies in its list. */
export interface PagePlace {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly startCursor?: string | null;
  readonly endCursor?: string | null;
}

/** Rows of a list, where they lie, and how many there are altogether. */
export interface RowPage<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: Pick<PagePlace, "hasNextPage" | "endCursor"> & Partial<PagePlace>;
}

/** Rows and how many there are altogether. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Loads the pages of a list, one after the other, up to the limit. */
export async function loadAll<Row>(
  page: (args: { readonly first: number; readonly after?: string }) => Promise<RowPage<Row>>,
  limit = rowLimit,
): Promise<Rows<Row>> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (;;) {
    const { nodes, pageInfo, totalCount } = await page({ first: largestPage, after });
    rows.push(...nodes);
    after = pageInfo.endCursor ?? undefined;
    if (!pageInfo.hasNextPage || !after || rows.length >= limit) {
      return { rows, total: totalCount };
    }
  }
}

/** A page of a list that is there as a whole. Its cursors are places in the list. */
export function pageOf<Row>(rows: readonly Row[], args: PageArgs): RowPage<Row> {
  const { first, after, last = 0, before } = args;
  const end = before ? Number(before) : rows.length;
  const from = before ? Math.max(0, end - last) : after ? Number(after) + 1 : 0;
  const to = Math.min(end, from + (first ?? rows.length));
  return {
    nodes: rows.slice(from, to),
    totalCount: rows.length,
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: to < rows.length,
      startCursor: String(from),
      endCursor: String(to - 1),
    },
  };
}
