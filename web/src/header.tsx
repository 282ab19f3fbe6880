import { useEffect, useRef } from "react";
import { useLanguage } from "./i18n/language";
import type { MessageKey } from "./i18n/messages";
import { href, useRoute } from "./route";
import { Link } from "./ui/link";
import { type ThemeChoice, useTheme } from "./ui/theme";

const sections: readonly (readonly [path: string, label: MessageKey])[] = [
  ["/", "nav.overview"],
  ["/graph", "nav.graph"],
  ["/compare", "nav.compare"],
  ["/documents", "nav.documents"],
  ["/tables/tasks", "nav.tables"],
  ["/load", "nav.load"],
];

function isCurrent(section: string, path: string) {
  if (section === "/") return path === "/";
  return path.startsWith(section.replace(/\/tasks$/, ""));
}

/** The name of the section that a path lies in; undefined for what lies in none. */
export function sectionOf(path: string): MessageKey | undefined {
  return sections.find(([section]) => isCurrent(section, path))?.[1];
}

/** The head of every view: where one is, where one can go, language and colours. */
export function Header({ path }: { path: string }) {
  const { t } = useLanguage();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path decides which link is current
  useEffect(() => {
    const bar = nav.current;
    const current = bar?.querySelector<HTMLElement>("[aria-current]");
    if (!bar || !current) return;
    const { left, right } = current.getBoundingClientRect();
    const edges = bar.getBoundingClientRect();
    if (left < edges.left || right > edges.right) bar.scrollLeft += left - edges.left - 24;
  }, [path]);
  return (
    <header className="header">
      <Link className="header__name" href={href("/")}>
        <img src="/icon.svg" alt="" />
        {t("app.name")}
      </Link>
      <nav ref={nav} className="header__nav" aria-label={t("nav.main")}>
        {sections.map(([section, label]) => (
          <Link
            key={section}
            className="header__link"
            href={href(section)}
            aria-current={isCurrent(section, path) ? "page" : undefined}
          >
            {t(label)}
          </Link>
        ))}
        <a className="header__link" href="/graphiql">
          {t("nav.graphiql")}
        </a>
      </nav>
      <div className="header__tools">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const { language, t } = useLanguage();
  const { setParams } = useRoute();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="button button--plain"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => setParams({ lang: other }, { replace: true })}
    >
      {t("switch.language")}
    </button>
  );
}

const choices: readonly ThemeChoice[] = ["system", "light", "dark"];

function ThemeSwitch() {
  const { t } = useLanguage();
  const { choice, choose } = useTheme();
  return (
    <select
      className="input"
      aria-label={t("switch.theme")}
      value={choice}
      onChange={(event) => choose(event.target.value as ThemeChoice)}
    >
      {choices.map((value) => (
        <option key={value} value={value}>
          {t(`theme.${value}`)}
        </option>
      ))}
    </select>
  );
}
