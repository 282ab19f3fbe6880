import { useMemo } from "react";
import type { NodeKind } from "../generated/api";
import { useRoute } from "../route";
import { nodeKinds } from "../ui/kinds";

/** What the picture is drawn of. All of it stands in the URL: the same address, the same picture. */
export interface ViewState {
  readonly document?: string;
  readonly region?: string;
  readonly around?: string;
  /** Nodes whose neighbours were asked for, in the order of asking. */
  readonly expanded: readonly string[];
  /** Nodes that were taken out. */
  readonly gone: readonly string[];
  readonly hidden: ReadonlySet<NodeKind>;
  readonly layout: "force" | "levels";
  readonly node?: string;
  readonly edge?: string;
  /** The ends of the path that is looked for, as far as they are chosen. */
  readonly from?: string;
  readonly to?: string;
  /** Which of the paths found is shown. */
  readonly path: number;
  readonly asTable: boolean;
}

/** Sections only repeat what joins documents and tasks, so the first picture leaves them out. */
const hiddenAtFirst = "SECTION";

/** In the URL, the choice to hide no kind at all. */
const nothing = "-";

function list(value: string | null): string[] {
  return value?.split(",").filter(Boolean) ?? [];
}

function read(params: URLSearchParams): ViewState {
  const hidden = new Set(list(params.get("hide") ?? hiddenAtFirst)) as ReadonlySet<NodeKind>;
  return {
    document: params.get("document") ?? undefined,
    region: params.get("region") ?? undefined,
    around: params.get("around") ?? undefined,
    expanded: list(params.get("expand")),
    gone: list(params.get("gone")),
    hidden,
    layout: params.get("layout") === "levels" ? "levels" : "force",
    node: params.get("node") ?? undefined,
    edge: params.get("edge") ?? undefined,
    from: params.get("from") ?? undefined,
    to: params.get("to") ?? undefined,
    path: Number(params.get("path")) || 0,
    asTable: params.get("table") === "1",
  };
}

/** What can be done to the picture. Each step can be undone by going back in the history. */
export interface ViewActions {
  select(node: string | undefined): void;
  selectEdge(edge: string | undefined): void;
  expand(node: string): void;
  collapse(node: string): void;
  remove(node: string): void;
  toggleKind(kind: NodeKind): void;
  setEnd(end: "from" | "to", node: string | undefined): void;
  choosePath(path: number): void;
  setLayout(layout: ViewState["layout"]): void;
  setScope(scope: Pick<ViewState, "document" | "region" | "around">): void;
  showTable(asTable: boolean): void;
}

/** The picture's state in the URL, and the ways to change it. */
export function useViewState(): [ViewState, ViewActions] {
  const { params, setParams } = useRoute();
  const state = useMemo(() => read(params), [params]);
  const actions = useMemo<ViewActions>(() => {
    const now = () => read(new URLSearchParams(location.search));
    const join = (values: Iterable<string>) => [...values].join(",");
    return {
      select: (node) => setParams({ node, edge: undefined }, { replace: true }),
      selectEdge: (edge) => setParams({ edge, node: undefined }, { replace: true }),
      expand: (node) => {
        const { expanded, gone } = now();
        if (expanded.includes(node)) return;
        setParams({
          expand: join([...expanded, node]),
          gone: join(gone.filter((id) => id !== node)),
          node,
          edge: undefined,
        });
      },
      collapse: (node) => {
        setParams({ expand: join(now().expanded.filter((id) => id !== node)) });
      },
      remove: (node) => {
        setParams({ gone: join([...now().gone, node]), node: undefined, edge: undefined });
      },
      toggleKind: (kind) => {
        const hidden = new Set(now().hidden);
        if (!hidden.delete(kind)) hidden.add(kind);
        const kinds = nodeKinds.filter((each) => hidden.has(each));
        setParams({ hide: kinds.length > 0 ? join(kinds) : nothing });
      },
      setEnd: (end, node) => setParams({ [end]: node, path: undefined }),
      choosePath: (path) => setParams({ path: path > 0 ? String(path) : undefined }),
      setLayout: (layout) => setParams({ layout: layout === "levels" ? layout : undefined }),
      setScope: (scope) =>
        setParams({
          document: undefined,
          region: undefined,
          around: undefined,
          expand: undefined,
          gone: undefined,
          node: undefined,
          edge: undefined,
          from: undefined,
          to: undefined,
          path: undefined,
          ...scope,
        }),
      showTable: (asTable) =>
        setParams({ table: asTable ? "1" : undefined, page: undefined, sort: undefined }),
    };
  }, [setParams]);
  return [state, actions];
}
