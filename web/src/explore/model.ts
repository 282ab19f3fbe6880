import { askOnce } from "../api/use-query";
import { Around, type DrawnFragment, type NodeKind, Scope } from "../generated/api";
import { nodeKinds } from "../ui/kinds";
import type { ViewState } from "./view-state";

/** A node of the picture. */
export type DrawnNode = DrawnFragment["nodes"][number];

/** An edge of the picture. */
export type DrawnEdge = DrawnFragment["edges"][number];

/** What is drawn: the nodes in the steps in which they came, and the edges among them. */
export interface Model {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: readonly DrawnEdge[];
  /** The first picture, then what each expansion added around a node. */
  readonly steps: readonly { readonly around?: string; readonly nodes: readonly string[] }[];
  /** Whether the first picture leaves out nodes of its scope. */
  readonly truncated: boolean;
}

/** How many nodes the first picture draws. More cannot be told apart. */
export const firstLimit = 250;

/** How many neighbours an expansion may add. */
export const expandLimit = 50;

/** Loads what a state draws: its scope, then each expansion. */
export async function loadModel(state: ViewState, signal: AbortSignal): Promise<Model> {
  const kinds = nodeKinds.filter((kind) => !state.hidden.has(kind));
  const [first, ...added] = await Promise.all([
    loadScope(state, kinds, signal),
    ...state.expanded.map(async (id) => {
      const variables = { id, kinds, limit: expandLimit + 1 };
      return (await askOnce(Around, variables, signal)).neighborhood;
    }),
  ]);
  return merge(state, [first, ...added]);
}

async function loadScope(
  { document, region, around }: ViewState,
  kinds: NodeKind[],
  signal: AbortSignal,
): Promise<DrawnFragment> {
  if (around) {
    const variables = { id: around, kinds, limit: firstLimit };
    return (await askOnce(Around, variables, signal)).neighborhood;
  }
  const variables = {
    regions: region ? [region] : undefined,
    documents: document ? [document] : undefined,
    kinds,
    limit: firstLimit,
  };
  return (await askOnce(Scope, variables, signal)).subgraph;
}

function merge(state: ViewState, parts: readonly DrawnFragment[]): Model {
  const gone = new Set(state.gone);
  const nodes = new Map<string, DrawnNode>();
  const edges = new Map<string, DrawnEdge>();
  const steps = parts.map((part, i) => {
    const fresh = part.nodes.filter(
      ({ id, kind }) => !nodes.has(id) && !gone.has(id) && !state.hidden.has(kind),
    );
    for (const node of fresh) nodes.set(node.id, node);
    for (const edge of part.edges) edges.set(edge.id, edge);
    return { around: i > 0 ? state.expanded[i - 1] : undefined, nodes: fresh.map(({ id }) => id) };
  });
  const shown = [...edges.values()].filter(
    ({ source, target }) => source !== target && nodes.has(source) && nodes.has(target),
  );
  return { nodes, edges: shown, steps, truncated: parts[0]?.truncated ?? false };
}

/** For each node, how many of its edges are drawn. */
export function drawnDegrees({ edges }: Model): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}
