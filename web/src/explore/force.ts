import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { LayoutJob, Place } from "./layout-job";

/** A number from 0 to 1 that depends on nothing but the text (FNV-1a). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // The low bits of FNV are the better mixed ones.
  return ((hash ^ (hash >>> 15)) & 0xffff) / 0x10000;
}

const settings = { gravity: 1, scalingRatio: 12, slowDown: 1, linLogMode: true };

/** About as many pixels as the picture will be wide and high. */
const pictureSize = 700;

interface Attributes extends Place {
  /** In pixels. */
  readonly radius: number;
  /** In the units of the layout. */
  readonly size: number;
  readonly fixed: boolean;
}

/** How far the nodes reach, in the units of the layout. */
function extentOf(graph: Graph<Attributes>): number {
  const nodes = graph.mapNodes((_, place) => place);
  const reach = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0);
  return Math.max(1, reach(nodes.map(({ x }) => x)), reach(nodes.map(({ y }) => y)));
}

/** First groups form, with nodes free to pass each other; then nodes that overlap move apart. */
function settle(graph: Graph<Attributes>, iterations: number) {
  const large = { ...settings, barnesHutOptimize: graph.order > 1000 };
  forceAtlas2.assign(graph, { iterations, settings: large });
  const unit = extentOf(graph) / pictureSize;
  graph.updateEachNodeAttributes((_, node) => ({ ...node, size: node.radius * unit }));
  const apart = Math.round(iterations / 4);
  forceAtlas2.assign(graph, { iterations: apart, settings: { ...large, adjustSizes: true } });
}

/**
 * Places nodes by attraction and repulsion. Nothing in it is left to chance or to the clock, so
 * the same job gives the same places. What an earlier step placed stays where it is.
 */
export function force(job: LayoutJob): Map<string, Place> {
  const graph = new Graph<Attributes>();
  const waiting = [...job.edges];
  job.steps.forEach((step, i) => {
    addNodes(graph, step);
    for (let j = waiting.length - 1; j >= 0; j--) {
      const [source, target] = waiting[j] as readonly [string, string];
      if (!graph.hasNode(source) || !graph.hasNode(target)) continue;
      waiting.splice(j, 1);
      if (!graph.hasEdge(source, target)) graph.addEdge(source, target);
    }
    if (step.nodes.length > 0) settle(graph, i === 0 ? iterationsFor(graph.order) : 80);
    if (i === 0) turn(graph, job.along);
  });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}

/** Turns the picture so that its longer axis lies along the longer side of the screen. */
function turn(graph: Graph<Attributes>, along: LayoutJob["along"]) {
  const nodes = graph.mapNodes((_, place) => place);
  const mean = (of: (place: Place) => number) =>
    nodes.reduce((sum, place) => sum + of(place), 0) / Math.max(1, nodes.length);
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x, y }) => (x - middleX) ** 2 - (y - middleY) ** 2);
  const skew = mean(({ x, y }) => (x - middleX) * (y - middleY));
  const axis = Math.atan2(2 * skew, spread) / 2;
  const angle = (along === "x" ? 0 : Math.PI / 2) - axis;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  graph.updateEachNodeAttributes((_, node) => {
    const [x, y] = [node.x - middleX, node.y - middleY];
    return { ...node, x: x * cos - y * sin, y: x * sin + y * cos };
  });
}

/** Adds a step's nodes: the first around the middle, later ones around the node they belong to. */
function addNodes(graph: Graph<Attributes>, { around, nodes }: LayoutJob["steps"][number]) {
  const centre = around && graph.hasNode(around) ? graph.getNodeAttributes(around) : undefined;
  const reach = centre ? 0.12 * extentOf(graph) : 30 * Math.sqrt(nodes.length);
  graph.updateEachNodeAttributes((_, node) => ({ ...node, fixed: true }));
  for (const { id, radius } of nodes) {
    const angle = 2 * Math.PI * fraction(id);
    const distance = reach * (0.4 + 0.6 * fraction(`${id} distance`));
    const x = (centre?.x ?? 0) + distance * Math.cos(angle);
    const y = (centre?.y ?? 0) + distance * Math.sin(angle);
    graph.addNode(id, { x, y, radius, size: radius, fixed: false });
  }
}

function iterationsFor(order: number): number {
  return Math.max(60, Math.min(800, Math.round(200_000 / (order + 1))));
}
