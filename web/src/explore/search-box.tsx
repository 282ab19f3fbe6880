import { type KeyboardEvent, type Ref, useDeferredValue, useId, useMemo, useState } from "react";
import { useQuery } from "../api/use-query";
import {
  Names,
  type NamesQuery,
  type NodeKind,
  Suggest,
  type SuggestQuery,
} from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { KindShape } from "../ui/kinds";

interface Suggestion {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly note?: string;
}

function listed(found: SuggestQuery): Suggestion[] {
  return [
    ...found.departments.nodes.map(
      ({ id, fullName }): Suggestion => ({ id, kind: "DEPARTMENT", label: fullName }),
    ),
    ...found.tasks.nodes.map(
      ({ id, heading, path, region }): Suggestion => ({
        id,
        kind: "TASK",
        label: heading ?? path,
        note: region.name,
      }),
    ),
    ...found.targets.nodes.map(
      ({ id, metric, region }): Suggestion => ({
        id,
        kind: "TARGET",
        label: metric,
        note: region.name,
      }),
    ),
    ...found.documents.nodes.map(
      ({ id, title, region }): Suggestion => ({
        id,
        kind: "DOCUMENT",
        label: title,
        note: region.name,
      }),
    ),
  ];
}

type NameOf = ReturnType<typeof useNameOf>;

function named(names: NamesQuery | undefined, text: string, nameOf: NameOf): Suggestion[] {
  if (!names) return [];
  const all: Suggestion[] = [
    ...names.functions.map((f): Suggestion => ({ id: f.id, kind: "FUNCTION", label: nameOf(f) })),
    ...names.topics.map((f): Suggestion => ({ id: f.id, kind: "TOPIC", label: nameOf(f) })),
    ...names.regions.map(
      (r): Suggestion => ({ id: r.id, kind: "REGION", label: r.name, note: r.code }),
    ),
    ...names.standardsBodies.map(
      (b): Suggestion => ({
        id: b.id,
        kind: "STANDARDS_BODY",
        label: b.name,
        note: b.code ?? undefined,
      }),
    ),
  ];
  const wanted = text.toLowerCase();
  const hits = all.filter(({ label, note }) =>
    `${label} ${note ?? ""}`.toLowerCase().includes(wanted),
  );
  return hits.slice(0, 6);
}

interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly onChoose: (id: string) => void;
}

/** Finds a node by part of its name, with suggestions as one types. */
export function SearchBox({ ref, onChoose }: SearchBoxProps) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const found = useQuery(Suggest, wanted ? { text: wanted } : null);
  const names = useQuery(Names, open ? {} : null);
  const suggestions = useMemo(
    () =>
      wanted && found.data ? [...named(names.data, wanted, nameOf), ...listed(found.data)] : [],
    [wanted, found.data, names.data, nameOf],
  );
  const shown = open && wanted !== "" && !found.loading;

  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    onChoose(suggestion.id);
    setText("");
    setOpen(false);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : suggestions.length - 1;
      setActive((i) => (suggestions.length > 0 ? (i + step) % suggestions.length : 0));
    } else if (event.key === "Enter") choose(suggestions[active]);
    else if (event.key === "Escape") {
      setOpen(false);
      event.currentTarget.blur();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="search">
      <input
        ref={ref}
        className="input search__input"
        type="search"
        role="combobox"
        aria-label={t("graph.search")}
        aria-expanded={shown && suggestions.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && suggestions.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t("graph.search.hint")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div className="search__list card" id={listId} role="listbox" hidden={!shown}>
        {suggestions.map((suggestion, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
          <div
            key={suggestion.id}
            id={`${listId}-${i}`}
            className="search__option"
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <KindShape kind={suggestion.kind} />
            <span>{suggestion.label}</span>
            {suggestion.note && <span className="tag">{suggestion.note}</span>}
          </div>
        ))}
      </div>
      {shown && suggestions.length === 0 && (
        <p className="search__none card" role="status">
          {t("graph.search.none", { text: wanted })}
        </p>
      )}
    </div>
  );
}
