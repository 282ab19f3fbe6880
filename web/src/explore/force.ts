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

/** First groups form, with nodes free to pass each other; then nodes that overlap move apart. */
function settle(graph: Graph, iterations: number) {
  const large = { ...settings, barnesHutOptimize: graph.order > 1000 };
  forceAtlas2.assign(graph, { iterations, settings: large });
  const apart = Math.round(iterations / 5);
  forceAtlas2.assign(graph, { iterations: apart, settings: { ...large, adjustSizes: true } });
}

/**
 * Places nodes by attraction and repulsion. Nothing in it is left to chance or to the clock, so
 * the same job gives the same places. What an earlier step placed stays where it is.
 */
export function force(job: LayoutJob): Map<string, Place> {
  const graph = new Graph();
  const waiting = [...job.edges];
  job.steps.forEach((step, i) => {
    const centre = step.around && graph.hasNode(step.around) ? step.around : undefined;
    const origin = centre ? (graph.getNodeAttributes(centre) as Place) : { x: 0, y: 0 };
    const reach = centre ? 60 : 30 * Math.sqrt(step.nodes.length);
    graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, fixed: true }));
    for (const { id, size } of step.nodes) {
      const angle = 2 * Math.PI * fraction(id);
      const distance = reach * (0.4 + 0.6 * fraction(`${id} distance`));
      const x = origin.x + distance * Math.cos(angle);
      const y = origin.y + distance * Math.sin(angle);
      graph.addNode(id, { x, y, size, fixed: false });
    }
    for (let j = waiting.length - 1; j >= 0; j--) {
      const [source, target] = waiting[j] as readonly [string, string];
      if (!graph.hasNode(source) || !graph.hasNode(target)) continue;
      waiting.splice(j, 1);
      if (!graph.hasEdge(source, target)) graph.addEdge(source, target);
    }
    if (step.nodes.length > 0) settle(graph, i === 0 ? iterationsFor(graph.order) : 80);
  });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}

function iterationsFor(order: number): number {
  return Math.max(60, Math.min(800, Math.round(200_000 / (order + 1))));
}
