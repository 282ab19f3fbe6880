import { useEffect, useState } from "react";
import { useQuery } from "../api/use-query";
import { DocumentTitle, type RegionChoicesQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { useRoute } from "../route";
import type { AnyTable, Filter } from "./table";

/** What the URL holds of a page; other conditions make another list, with pages of its own. */
const firstPage = { page: undefined, after: undefined, before: undefined };

interface FilterBarProps {
  readonly table: AnyTable;
  readonly filter: Filter;
  readonly regions: RegionChoicesQuery["regions"];
}

/** The conditions of a table. They stand in the URL; text takes effect when typing pauses. */
export function FilterBar({ table, filter, regions }: FilterBarProps) {
  const { t } = useLanguage();
  const { setParams } = useRoute();
  const set = (patch: Record<string, string | undefined>) =>
    setParams({ ...firstPage, ...patch }, { replace: true });
  const clear = () =>
    set({ q: undefined, region: undefined, document: undefined, kind: undefined });
  return (
    <search className="filters">
      <TextFilter value={filter.q ?? ""} onChange={(q) => set({ q })} />
      {table.byRegion && (
        <select
          className="input"
          aria-label={t("fact.region")}
          value={filter.region ?? ""}
          onChange={(event) => set({ region: event.target.value })}
        >
          <option value="">{t("table.allRegions")}</option>
          {regions.map((region) => (
            <option key={region.code} value={region.code}>
              {region.name}
            </option>
          ))}
        </select>
      )}
      {table.kinds && (
        <select
          className="input"
          aria-label={t("fact.kind")}
          value={filter.kind ?? ""}
          onChange={(event) => set({ kind: event.target.value })}
        >
          <option value="">{t(table.noKind ?? "table.everyKind")}</option>
          {table.kinds.map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
      )}
      {filter.document && (
        <DocumentChip id={filter.document} onRemove={() => set({ document: undefined })} />
      )}
      {Object.keys(filter).length > 0 && (
        <button type="button" className="button button--plain" onClick={clear}>
          {t("table.clear")}
        </button>
      )}
    </search>
  );
}

/** The document whose rows are shown alone. */
function DocumentChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useLanguage();
  const { data } = useQuery(DocumentTitle, { id });
  const title = (data?.node && "title" in data.node && data.node.title) || t("kind.DOCUMENT");
  return (
    <button
      type="button"
      className="button filters__document"
      title={title}
      aria-label={t("table.notOnly", { title })}
      onClick={onRemove}
    >
      <span>{title}</span> ×
    </button>
  );
}

function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 300);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <input
      className="input filters__text"
      type="search"
      aria-label={t("table.text")}
      placeholder={t("table.text")}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
