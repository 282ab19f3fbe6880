import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useQuery } from "../api/use-query";
import { Suggest } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { KindShape } from "../ui/kinds";
import "./search-box.css";
import { type Suggestion, suggestionOf } from "./suggestion";

interface SearchBoxProps {
  readonly onChoose: (id: string) => void;
}

/** What the search finds for a text; nothing for none. */
function useSuggestions(text: string) {
  const nameOf = useNameOf();
  const { data, loading } = useQuery(Suggest, text ? { text } : null);
  const suggestions = useMemo(
    () => (text && data ? data.search.nodes.map((hit) => suggestionOf(hit, nameOf)) : []),
    [text, data, nameOf],
  );
  return { suggestions, loading };
}

/** How far a key moves along the suggestions. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** An input that the key / leads to from anywhere, but not while one types. */
function useSlashKey() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const { target, key } = event;
      if (key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest("input, select, textarea")) return;
      input.current?.focus();
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return input;
}

/** What is typed, what it finds, and which suggestion is active. */
function useChoice(onChoose: (id: string) => void) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const { suggestions, loading } = useSuggestions(wanted);
  const type = (value: string) => {
    setText(value);
    setActive(0);
    setOpen(true);
  };
  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    onChoose(suggestion.id);
    setText("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step && suggestions.length > 0) {
      setActive((i) => (i + step + suggestions.length) % suggestions.length);
    } else if (event.key === "Enter") choose(suggestions[active]);
    else if (event.key === "Escape") event.currentTarget.blur();
    else return;
    event.preventDefault();
  };
  const shown = open && wanted !== "" && !loading;
  return { text, wanted, suggestions, active, shown, setOpen, type, choose, press };
}

/** Finds a node by part of its name, with suggestions as one types. */
export function SearchBox({ onChoose }: SearchBoxProps) {
  const { t } = useLanguage();
  const input = useSlashKey();
  const listId = useId();
  const choice = useChoice(onChoose);
  const { text, wanted, suggestions, active, shown, setOpen } = choice;
  const filled = shown && suggestions.length > 0;
  return (
    <div className="search">
      <input
        ref={input}
        className="input search__input"
        type="search"
        role="combobox"
        aria-label={t("graph.search")}
        aria-expanded={filled}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={filled ? `${listId}-${active}` : undefined}
        placeholder={t("graph.search.hint")}
        value={text}
        onChange={(event) => choice.type(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={choice.press}
      />
      <Suggestions
        id={listId}
        text={wanted}
        suggestions={suggestions}
        active={active}
        shown={shown}
        onChoose={choice.choose}
      />
    </div>
  );
}

interface SuggestionsProps {
  readonly id: string;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly shown: boolean;
  readonly onChoose: (suggestion: Suggestion) => void;
}

function Suggestions({ id, text, suggestions, active, shown, onChoose }: SuggestionsProps) {
  const { t } = useLanguage();
  return (
    <>
      <div className="search__list card" id={id} role="listbox" hidden={!shown}>
        {suggestions.map((suggestion, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
          <div
            key={suggestion.id}
            id={`${id}-${i}`}
            className="search__option"
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(suggestion)}
          >
            <KindShape kind={suggestion.kind} />
            <span>{suggestion.label}</span>
            {suggestion.note && <span className="tag">{suggestion.note}</span>}
          </div>
        ))}
      </div>
      {shown && suggestions.length === 0 && (
        <p className="search__none card" role="status">
          {t("graph.search.none", { text })}
        </p>
      )}
    </>
  );
}
