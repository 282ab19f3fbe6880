import { useState } from "react";
import { ApiError } from "../api/client";
import { useLanguage, useNameOf } from "../i18n/language";
import { download } from "../ui/download";
import { toCsv } from "./csv";
import { loadAll, rowLimit } from "./pages";
import type { AnyTable, Speech, Wanted } from "./table";

interface DownloadButtonProps {
  readonly name: string;
  readonly table: AnyTable;
  readonly wanted: Wanted<string>;
  readonly total: number;
}

/** Saves all rows that the filter passes, not only the page, as CSV in the order that is shown. */
export function DownloadButton({ name, table, wanted, total }: DownloadButtonProps) {
  const { t } = useLanguage();
  const speech: Speech = { t, nameOf: useNameOf() };
  const [state, setState] = useState<"ready" | "loading" | ApiError>("ready");
  const save = async () => {
    setState("loading");
    try {
      const { rows } = await loadAll((args) => table.load(wanted, args));
      const head = table.columns.map((column) => t(column.name));
      const lines = rows.map((row) => table.columns.map((column) => column.value(row, speech)));
      download(`${name}.csv`, toCsv(head, lines), "text/csv;charset=utf-8");
      setState("ready");
    } catch (error) {
      setState(error instanceof ApiError ? error : new ApiError("server", String(error)));
    }
  };
  return (
    <p className="table-head__save">
      {state instanceof ApiError && <span role="alert">{t(`state.${state.failure}`)}</span>}
      {total > rowLimit && <span>{t("table.csvLimit", { n: rowLimit })}</span>}
      <button
        type="button"
        className="button"
        disabled={total === 0 || state === "loading"}
        onClick={save}
      >
        {t(state === "loading" ? "state.loading" : "table.csv")}
      </button>
    </p>
  );
}
