import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { Header, sectionOf } from "./header";
import { useLanguage } from "./i18n/language";
import { useRoute } from "./route";
import { Empty, Loading } from "./ui/states";

/** What a view is given of its address: what stands in place of the * of its pattern. */
export interface ViewProps {
  readonly rest: string;
}

type View = ComponentType<ViewProps>;

/** The views by address; * stands for one last part. Each is loaded when it is first opened. */
const views: readonly (readonly [pattern: string, view: View])[] = [
  ["/", lazy(() => import("./overview/overview"))],
  ["/graph", lazy(() => import("./explore/explorer"))],
  ["/compare", lazy(() => import("./compare/compare"))],
  ["/documents", lazy(() => import("./reader/library"))],
  ["/documents/*", lazy(() => import("./reader/reader"))],
  ["/tables/*", lazy(() => import("./tables/tables"))],
  ["/load", lazy(() => import("./load/load"))],
  ["/nodes/*", lazy(() => import("./nodes/node-page"))],
];

function match(path: string): { View: View; rest: string } | null {
  for (const [pattern, View] of views) {
    if (pattern === path) return { View, rest: "" };
    const start = pattern.slice(0, -1);
    if (pattern.endsWith("*") && path.startsWith(start) && path.length > start.length) {
      return { View, rest: decodeURIComponent(path.slice(start.length)) };
    }
  }
  return null;
}

/** The page: its header, and the view that the address names. */
export function App() {
  const { path } = useRoute();
  const { t } = useLanguage();
  const found = match(path);
  const section = sectionOf(path);
  useEffect(() => {
    const here = section && path !== "/" ? [t(section)] : [];
    document.title = [...here, t("app.name")].join(" · ");
  }, [path, section, t]);
  return (
    <>
      <a className="button skip" href="#main">
        {t("app.skip")}
      </a>
      <Header path={path} />
      <main className="main" id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {found ? <found.View rest={found.rest} /> : <Empty title={t("state.notFound")} />}
        </Suspense>
      </main>
    </>
  );
}
