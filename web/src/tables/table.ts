import type { ReactNode } from "react";
import type { Translate, useNameOf } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";
import type { Value } from "./csv";
import type { PageArgs, RowPage } from "./pages";

/** The conditions that a table may be filtered by, as they stand in the URL. */
export const filterNames = ["q", "region", "document", "kind", "confidence"] as const;

/** The values of the conditions that are set. */
export type Filter = Partial<Record<(typeof filterNames)[number], string>>;

/** Which rows are wanted, in which order; without one, in that of the API. */
export interface Wanted<Field extends string> {
  readonly filter: Filter;
  readonly orderBy?: { readonly by: Field; readonly descending: boolean };
}

/** What the cells of a table are written with. */
export interface Speech {
  readonly t: Translate;
  readonly nameOf: ReturnType<typeof useNameOf>;
}

/** A column: its value is what is downloaded, its cell what is shown. */
export interface Column<Row, Field extends string> {
  readonly key: string;
  readonly name: MessageKey;
  readonly value: (row: Row, speech: Speech) => Value;
  readonly cell?: (row: Row, speech: Speech) => ReactNode;
  /** What rows are ordered by on request; a column without it cannot order them. */
  readonly orderBy?: Field;
  readonly numeric?: boolean;
  /** Whether the column holds long text and may take what room there is. */
  readonly wide?: boolean;
}

/** A table over one kind of node. */
export interface Table<Row extends { readonly id: string }, Field extends string = string> {
  readonly title: MessageKey;
  readonly load: (
    wanted: Wanted<Field>,
    args: PageArgs,
    signal?: AbortSignal,
  ) => Promise<RowPage<Row>>;
  readonly columns: readonly Column<Row, Field>[];
  /** The choices of the filter `kind`, if the table has one. */
  readonly kinds?: readonly (readonly [value: string, name: MessageKey])[];
  /** What the table shows while no kind is chosen; all kinds unless it says otherwise. */
  readonly noKind?: MessageKey;
  /** Whether rows can be filtered by region. */
  readonly byRegion: boolean;
  /** Whether rows can be filtered by how sure the rules are of them. */
  readonly byConfidence?: boolean;
}

/** A table whose rows are known only by their ids. */
export type AnyTable = Table<{ readonly id: string }>;

/** Checks a table's columns against the rows that it loads, and forgets the types of both. */
export function defineTable<Row extends { readonly id: string }, Field extends string>(
  table: Table<Row, Field>,
): AnyTable {
  return table as unknown as AnyTable;
}

/** The class of a column's cells. */
export function cellClass<Row, Field extends string>(column: Column<Row, Field>) {
  return column.numeric ? "table__number" : column.wide ? "table__wide" : undefined;
}
