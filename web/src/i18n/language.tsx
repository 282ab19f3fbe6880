import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useRoute } from "../route";
import { type MessageKey, messages } from "./messages";

/** The languages of the page. What documents say stays in Chinese. */
export type Language = "zh" | "en";

/** Gives a text in the language of the page, with its values put in. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

interface Speech {
  readonly language: Language;
  readonly t: Translate;
}

const storageKey = "policygraph.lang";

/** A text in a language. Numbers are grouped as that language does. */
export function translate(
  language: Language,
  key: MessageKey,
  values: Record<string, string | number> = {},
) {
  const text: string = messages[key][language === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "number"
      ? value.toLocaleString("en-US", { useGrouping: value > 9999 })
      : (value ?? whole);
  });
}

const Context = createContext<Speech>({
  language: "zh",
  t: (key, values) => translate("zh", key, values),
});

/** Chooses the language: the URL's, else the one chosen last, else Chinese. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const { params } = useRoute();
  const asked = params.get("lang") ?? localStorage.getItem(storageKey);
  const language: Language = asked === "en" ? "en" : "zh";
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    localStorage.setItem(storageKey, language);
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({ language, t: (key, values) => translate(language, key, values) }),
    [language],
  );
  return <Context value={speech}>{children}</Context>;
}

/** The language of the page and its texts. */
export function useLanguage(): Speech {
  return useContext(Context);
}

/** A function or topic as the page names it: Chinese name, or its slug in words. */
export function useNameOf() {
  const { language } = useLanguage();
  return (thing: { readonly slug: string; readonly name: string }) =>
    language === "zh" ? thing.name : thing.slug.replaceAll("-", " ");
}
