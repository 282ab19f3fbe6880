import Graph from "graphology";
import Sigma from "sigma";
import type { NodeKind, Role } from "../generated/api";
import { hoverPainter, labelLayer } from "./labels";
import { type Palette, radiusOf, shortLabel } from "./look";
import { drawnDegrees, type Model, type Path } from "./model";
import { ShapeProgram } from "./shape-program";
import type { Places } from "./use-places";

/** What sigma holds of a node. */
export interface NodeLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly forceLabel?: boolean;
}

/** What sigma holds of an edge. */
export interface EdgeLook {
  readonly size: number;
  readonly color: string;
  readonly role?: Role | null;
}

/** A graph as it is drawn. */
export type DrawnGraph = Graph<NodeLook, EdgeLook>;

/** A renderer of a drawn graph. */
export type Renderer = Sigma<NodeLook, EdgeLook>;

/** Above this many nodes, or without a graphics processor, edges and labels rest while moving. */
const manyNodes = 500;

/** Makes what sigma draws of a model. Labels tell how many relations are not drawn. */
export function drawnGraph(model: Model, places: Places, palette: Palette): DrawnGraph {
  const graph: DrawnGraph = new Graph({ multi: true, type: "directed" });
  const drawn = drawnDegrees(model);
  for (const node of model.nodes.values()) {
    const hidden = node.degree - (drawn.get(node.id) ?? 0);
    graph.addNode(node.id, {
      ...(places.get(node.id) ?? { x: 0, y: 0 }),
      size: radiusOf(node),
      color: palette.kinds[node.kind],
      label: hidden > 0 ? `${shortLabel(node.label)} +${hidden}` : shortLabel(node.label),
      kind: node.kind,
    });
  }
  for (const { id, source, target, role } of model.edges) {
    const size = role === "LEAD" ? 2.2 : 1;
    graph.addEdgeWithKey(id, source, target, { size, color: palette.edge, role });
  }
  return graph;
}

/** Whether WebGL is drawn by the processor (SwiftShader, llvmpipe), which is slow. */
function isSoftware(): boolean {
  const gl = document.createElement("canvas").getContext("webgl");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software/i.test(name);
}

/** Whether the browser can draw graphs at all. */
export function canDraw(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
}

/** Begins to draw a graph in an element. */
export function startRenderer(graph: DrawnGraph, element: HTMLElement, palette: Palette): Renderer {
  const rest = graph.order > manyNodes || isSoftware();
  const labels = labelLayer(palette);
  const renderer: Renderer = new Sigma<NodeLook, EdgeLook>(graph, element, {
    defaultNodeType: "shape",
    nodeProgramClasses: { shape: ShapeProgram as never },
    nodeHoverProgramClasses: { shape: ShapeProgram as never },
    hideEdgesOnMove: rest,
    hideLabelsOnMove: rest,
    enableEdgeEvents: graph.size <= 3000,
    labelSize: 12,
    labelDensity: 1.5,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 6,
    stagePadding: 48,
    minCameraRatio: 0.03,
    maxCameraRatio: 4,
    zIndex: true,
    defaultDrawNodeLabel: labels.take as never,
    defaultDrawNodeHover: hoverPainter(palette) as never,
  });
  renderer.on("beforeRender", labels.begin);
  renderer.on("afterRender", labels.paint);
  renderer.scheduleRender(); // it has drawn itself once already, before anybody listened
  return renderer;
}

/** What may stand out. An edge goes before a node, a node before a path. */
export interface Chosen {
  readonly node?: string;
  readonly edge?: string;
  readonly path?: Path;
}

interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What a choice lights: an edge with its ends, a node with its neighbours, or a path. */
function litBy(graph: DrawnGraph, { node, edge, path }: Chosen): Lit {
  if (edge && graph.hasEdge(edge)) {
    return { nodes: new Set(graph.extremities(edge)), edges: new Set([edge]) };
  }
  if (node && graph.hasNode(node)) {
    return { nodes: new Set([node, ...graph.neighbors(node)]), edges: new Set(graph.edges(node)) };
  }
  const nodes = new Set(path?.nodes.map(({ id }) => id));
  return { nodes, edges: new Set(path?.edges.map(({ id }) => id)) };
}

/** Makes what was chosen stand out from the rest. */
export function highlight(renderer: Renderer, palette: Palette, chosen: Chosen) {
  const graph = renderer.getGraph();
  const lit = litBy(graph, chosen);
  const ends = new Set([chosen.node, chosen.path?.nodes[0]?.id, chosen.path?.nodes.at(-1)?.id]);
  const named = lit.nodes.size <= 40;
  renderer.setSetting("nodeReducer", (id, look) => {
    if (lit.nodes.size === 0) return look;
    if (!lit.nodes.has(id)) return { ...look, color: palette.edge, label: null, zIndex: 0 };
    const isEnd = ends.has(id);
    return { ...look, zIndex: 1, forceLabel: named || isEnd, highlighted: isEnd };
  });
  renderer.setSetting("edgeReducer", (id, look) => {
    if (lit.nodes.size === 0) return look;
    if (!lit.edges.has(id)) return { ...look, hidden: graph.order > 60, size: 0.5 };
    const [source, target] = graph.extremities(id);
    const kind = graph.getNodeAttribute(source === chosen.node ? target : source, "kind");
    const color = chosen.node ? palette.kinds[kind] : palette.accent;
    return { ...look, color, zIndex: 1, size: look.size + 1.2 };
  });
}
