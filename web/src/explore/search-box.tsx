import { type KeyboardEvent, type Ref, useDeferredValue, useId, useMemo, useState } from "react";
import { useQuery } from "../api/use-query";
import { Suggest } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { KindShape } from "../ui/kinds";
import { type Suggestion, suggestionOf } from "./suggestion";

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
  const suggestions = useMemo(
    () =>
      wanted && found.data ? found.data.search.nodes.map((hit) => suggestionOf(hit, nameOf)) : [],
    [wanted, found.data, nameOf],
  );
  const shown = open && wanted !== "" && !found.loading;

  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    onChoose(suggestion.id);
    setText("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
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
