/** The most rows that a table loads. Sorting and downloads cover what is loaded. */
export const rowLimit = 2000;

/** Rows and how many there are altogether. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

interface Connection<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** Loads the pages of a list, one after the other, up to the limit. */
export async function loadAll<Row>(
  page: (after: string | undefined) => Promise<Connection<Row>>,
): Promise<Rows<Row>> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (;;) {
    const { nodes, pageInfo, totalCount } = await page(after);
    rows.push(...nodes);
    after = pageInfo.endCursor ?? undefined;
    if (!pageInfo.hasNextPage || !after || rows.length >= rowLimit) {
      return { rows, total: totalCount };
    }
  }
}
