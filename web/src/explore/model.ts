import { askOnce } from "../api/use-query";
import {
  Around,
  type DrawnFragment,
  type NodeKind,
  PathsBetween,
  type PathsBetweenQuery,
  Scope,
} from "../generated/api";
import { labelOf } from "../nodes/label";
import { nodeKinds } from "../ui/kinds";
import type { ViewState } from "./view-state";

/** A node of the picture. */
export type DrawnNode = DrawnFragment["nodes"][number];

/** An edge of the picture. */
export type DrawnEdge = DrawnFragment["edges"][number];

/** A way from one node to another. */
export type Path = PathsBetweenQuery["paths"][number];

/** What is drawn: the nodes in the steps in which they came, and the edges among them. */
export interface Model {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: readonly DrawnEdge[];
  /** The first picture, then what each expansion added around a node. */
  readonly steps: readonly { readonly around?: string; readonly nodes: readonly string[] }[];
  /** The ways between the chosen ends, the shortest first; undefined where none is looked for. */
  readonly paths?: readonly Path[];
  /** Whether the first picture leaves out nodes of its scope. */
  readonly truncated: boolean;
}

/** How many nodes the first picture draws. More cannot be told apart. */
export const firstLimit = 250;

/** How many neighbours an expansion may add. */
export const expandLimit = 50;

/** How many ways between two nodes are looked for. */
const pathCount = 3;

/** Loads what a state draws: its scope, each expansion, and the ways between two nodes. */
export async function loadModel(state: ViewState, signal: AbortSignal): Promise<Model> {
  const kinds = nodeKinds.filter((kind) => !state.hidden.has(kind));
  const [paths, first, ...added] = await Promise.all([
    loadPaths(state, signal),
    loadScope(state, kinds, signal),
    ...state.expanded.map(async (id) => {
      const variables = { id, kinds, limit: expandLimit + 1 };
      return (await askOnce(Around, variables, signal)).neighborhood;
    }),
  ]);
  const ways = (paths ?? []).map((path) => ({ ...path, truncated: false }));
  const merged = merge(state, [first, ...added, ...ways]);
  return { ...merged, paths };
}

async function loadPaths({ from, to }: ViewState, signal: AbortSignal) {
  if (!from || !to) return undefined;
  return (await askOnce(PathsBetween, { from, to, k: pathCount }, signal)).paths;
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
    const isWay = i > state.expanded.length;
    const fresh = part.nodes.filter(
      ({ id, kind }) => !nodes.has(id) && (isWay || (!gone.has(id) && !state.hidden.has(kind))),
    );
    for (const node of fresh) nodes.set(node.id, { ...node, label: labelOf(node) });
    for (const edge of part.edges) edges.set(edge.id, edge);
    const around = isWay ? state.from : state.expanded[i - 1];
    return { around, nodes: fresh.map(({ id }) => id) };
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
