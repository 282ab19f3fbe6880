import { useCallback, useSyncExternalStore } from "react";

/** A view of the page: all of it is in the URL, so that it can be sent to someone. */
export interface Route {
  readonly path: string;
  readonly params: URLSearchParams;
}

const changed = "policygraph:route";

/** What every view keeps when the path changes. */
const lasting = ["lang"];

let current: Route = readLocation();

function readLocation(): Route {
  return { path: location.pathname, params: new URLSearchParams(location.search) };
}

function subscribe(listener: () => void) {
  const update = () => {
    current = readLocation();
    listener();
  };
  addEventListener("popstate", update);
  addEventListener(changed, update);
  return () => {
    removeEventListener("popstate", update);
    removeEventListener(changed, update);
  };
}

/** The address of a view. Parameters that are empty or undefined are left out. */
export function href(path: string, params: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const name of lasting) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) search.set(name, value);
  }
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  const query = search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query ? `${path}?${query}` : path;
}

/** Goes to an address of the page. Replacing leaves no entry in the browser's history. */
export function navigate(address: string, options: { replace?: boolean } = {}) {
  if (options.replace) history.replaceState(history.state, "", address);
  else history.pushState({ from: location.pathname }, "", address);
  dispatchEvent(new Event(changed));
}

/** The view that is open, and a way to change its parameters: undefined removes one. */
export function useRoute() {
  const route = useSyncExternalStore(subscribe, () => current);
  const setParams = useCallback(
    (patch: Record<string, string | undefined>, options: { replace?: boolean } = {}) => {
      const now = readLocation();
      const params = { ...Object.fromEntries(now.params), ...patch };
      navigate(href(now.path, params), options);
    },
    [],
  );
  return { ...route, setParams };
}

/** Whether going back undoes a step within the view that is open, rather than leaving it. */
export function canUndo(): boolean {
  return (history.state as { from?: string } | null)?.from === location.pathname;
}

/** Takes back the last step within the view, if there is one. */
export function undo() {
  if (canUndo()) history.back();
}
