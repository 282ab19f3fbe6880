import { useEffect, useState } from "react";
import { useQuery } from "../api/use-query";
import { DocumentTitle, type RegionChoicesQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";
import { useRoute } from "../route";
import { type AnyTable, type Filter, filterNames } from "./table";

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
    set(Object.fromEntries(filterNames.map((condition) => [condition, undefined])));
  return (
    <search className="filters">
      <TextFilter value={filter.q ?? ""} onChange={(q) => set({ q })} />
      {table.byRegion && (
        <Choice
          label="fact.region"
          none="table.allRegions"
          value={filter.region}
          choices={regions.map(({ code, name }) => [code, name])}
          onChange={(region) => set({ region })}
        />
      )}
      {table.kinds && (
        <Choice
          label="fact.kind"
          none={table.noKind ?? "table.everyKind"}
          value={filter.kind}
          choices={table.kinds.map(([value, label]) => [value, t(label)])}
          onChange={(kind) => set({ kind })}
        />
      )}
      {table.byConfidence && (
        <Choice
          label="fact.confidence"
          none="table.anyConfidence"
          value={filter.confidence}
          choices={levels.map((level) => [level, t(`table.confidence.${level}`)])}
          onChange={(confidence) => set({ confidence })}
        />
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

/** What a filter by confidence may ask for at least. */
const levels = ["HIGH", "MEDIUM"] as const;

interface ChoiceProps {
  readonly label: MessageKey;
  readonly none: MessageKey;
  readonly value?: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, none, value = "", choices, onChange }: ChoiceProps) {
  const { t } = useLanguage();
  return (
    <select
      className="input"
      aria-label={t(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t(none)}</option>
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
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
