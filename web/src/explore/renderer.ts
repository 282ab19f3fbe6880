import Graph from "graphology";
import Sigma from "sigma";
import type { NodeKind, Role } from "../generated/api";
import { hoverPainter, labelPainter } from "./labels";
import { type Palette, radiusOf, shortLabel } from "./look";
import { drawnDegrees, type Model } from "./model";
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
  return new Sigma<NodeLook, EdgeLook>(graph, element, {
    defaultNodeType: "shape",
    nodeProgramClasses: { shape: ShapeProgram as never },
    nodeHoverProgramClasses: { shape: ShapeProgram as never },
    hideEdgesOnMove: rest,
    hideLabelsOnMove: rest,
    enableEdgeEvents: graph.size <= 3000,
    labelSize: 12,
    labelDensity: 0.9,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 6,
    stagePadding: 48,
    minCameraRatio: 0.03,
    maxCameraRatio: 4,
    zIndex: true,
    defaultDrawNodeLabel: labelPainter(palette) as never,
    defaultDrawNodeHover: hoverPainter(palette) as never,
  });
}

/** Chooses what stands out: a node with its neighbours, or an edge with its ends. */
export function highlight(
  renderer: Renderer,
  palette: Palette,
  chosen: { readonly node?: string; readonly edge?: string },
) {
  const graph = renderer.getGraph();
  const edge = chosen.edge && graph.hasEdge(chosen.edge) ? chosen.edge : undefined;
  const node = chosen.node && graph.hasNode(chosen.node) ? chosen.node : undefined;
  const near = new Set<string>(
    edge ? graph.extremities(edge) : node ? [node, ...graph.neighbors(node)] : [],
  );
  const some = near.size > 0;
  renderer.setSetting("nodeReducer", (id, look) => {
    if (!some) return look;
    if (!near.has(id)) return { ...look, color: palette.edge, label: null, zIndex: 0 };
    const isChosen = id === node;
    return { ...look, zIndex: 1, forceLabel: near.size <= 40 || isChosen, highlighted: isChosen };
  });
  renderer.setSetting("edgeReducer", (id, look) => {
    if (!some) return look;
    const [source, target] = graph.extremities(id);
    const lit = edge ? id === edge : source === node || target === node;
    if (!lit) return { ...look, hidden: graph.order > 60, color: palette.edge, size: 0.5 };
    const kind = graph.getNodeAttribute(source === node ? target : source, "kind");
    return {
      ...look,
      color: edge ? palette.accent : palette.kinds[kind],
      zIndex: 1,
      size: look.size + 0.8,
    };
  });
}
