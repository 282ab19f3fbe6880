import type { ReactNode } from "react";
import type { Translate, useNameOf } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";
import type { Rows } from "./load-all";

/** The conditions that a table may be filtered by, as they stand in the URL. */
export const filterNames = ["q", "region", "document", "kind"] as const;

/** The values of the conditions that are set. */
export type Filter = Partial<Record<(typeof filterNames)[number], string>>;

/** What the cells of a table are written with. */
export interface Speech {
  readonly t: Translate;
  readonly nameOf: ReturnType<typeof useNameOf>;
}

/** A column: its value is what is sorted by and downloaded, its cell what is shown. */
export interface Column<Row> {
  readonly key: string;
  readonly name: MessageKey;
  readonly value: (row: Row, speech: Speech) => string | number | null | undefined;
  readonly cell?: (row: Row, speech: Speech) => ReactNode;
  readonly numeric?: boolean;
  /** Whether the column holds long text and may take what room there is. */
  readonly wide?: boolean;
}

/** A table over one kind of node. Rows come in the order of the API. */
export interface Table<Row extends { readonly id: string }> {
  readonly title: MessageKey;
  readonly load: (filter: Filter, signal: AbortSignal) => Promise<Rows<Row>>;
  readonly columns: readonly Column<Row>[];
  /** The choices of the filter `kind`, if the table has one. */
  readonly kinds?: readonly (readonly [value: string, name: MessageKey])[];
  /** Whether rows can be filtered by region. */
  readonly byRegion: boolean;
}

/** A table whose rows are known only by their ids. */
export type AnyTable = Table<{ readonly id: string }>;

/** Checks a table's columns against the rows that it loads, and forgets the type of the rows. */
export function defineTable<Row extends { readonly id: string }>(table: Table<Row>): AnyTable {
  return table as unknown as AnyTable;
}
