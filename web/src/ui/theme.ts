import { useCallback, useSyncExternalStore } from "react";

/** What a reader may choose; system follows the machine. */
export type ThemeChoice = "system" | "light" | "dark";

const storageKey = "policygraph.theme";
const changed = "policygraph:theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function chosen(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** Whether the page is dark just now. */
export function isDark(): boolean {
  const choice = chosen();
  return choice === "dark" || (choice === "system" && dark.matches);
}

/** Gives the document the theme that was chosen. To be called once, before the first drawing. */
export function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

function subscribe(listener: () => void) {
  const update = () => {
    applyTheme();
    listener();
  };
  dark.addEventListener("change", update);
  addEventListener(changed, update);
  return () => {
    dark.removeEventListener("change", update);
    removeEventListener(changed, update);
  };
}

/** The choice, whether the page is dark, and a way to choose. */
export function useTheme() {
  const choice = useSyncExternalStore(subscribe, chosen);
  const darkNow = useSyncExternalStore(subscribe, isDark);
  const choose = useCallback((next: ThemeChoice) => {
    localStorage.setItem(storageKey, next);
    dispatchEvent(new Event(changed));
  }, []);
  return { choice, dark: darkNow, choose };
}
