import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useLanguage } from "../i18n/language";
import { readPalette } from "./look";
import type { Model } from "./model";
import { drawnGraph, highlight, type Renderer, startRenderer } from "./renderer";
import type { Places } from "./use-places";
import type { ViewState } from "./view-state";

/** What can be asked of a picture from outside. */
export interface CanvasHandle {
  zoom(factor: number): void;
  fit(): void;
  /** Moves a node into view where it is not. */
  reveal(node: string): void;
  /** The node that lies in a direction among a node's neighbours; without one, the best connected. */
  next(node: string | undefined, direction: Direction): string | undefined;
  focus(): void;
}

/** A direction on the screen. */
export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

interface CanvasProps {
  readonly model: Model;
  readonly places: Places;
  readonly dark: boolean;
  readonly state: ViewState;
  readonly onSelect: (node: string | undefined) => void;
  readonly onSelectEdge: (edge: string) => void;
  readonly onExpand: (node: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly ref: Ref<CanvasHandle>;
}

/** The picture. What it shows, the side panel and the table twin tell in words. */
export function Canvas(props: CanvasProps) {
  const { model, places, dark, state, onKey, ref } = props;
  const { t } = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const renderer = useRef<Renderer>(null);
  const latest = useRef(props);
  latest.current = props;
  const chosen = { node: state.node, edge: state.edge, path: model.paths?.[state.path] };

  // biome-ignore lint/correctness/useExhaustiveDependencies: dark stands for the palette
  useEffect(() => {
    if (!element.current) return;
    const palette = readPalette();
    const before = renderer.current?.getCamera().getState();
    renderer.current?.kill();
    const next = startRenderer(drawnGraph(model, places, palette), element.current, palette);
    if (before) next.getCamera().setState(before);
    renderer.current = next;
    highlight(next, palette, chosen);
    listen(next, () => latest.current);
  }, [model, places, dark]);

  useEffect(
    () => () => {
      renderer.current?.kill();
      renderer.current = null;
    },
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen is made of these
  useEffect(() => {
    if (!renderer.current) return;
    highlight(renderer.current, readPalette(), chosen);
    if (state.node) reveal(renderer.current, state.node);
  }, [state.node, state.edge, state.path]);

  useImperativeHandle(ref, () => handleOf(renderer, element), []);

  return (
    <div
      className="canvas"
      ref={element}
      role="application"
      aria-label={t("graph.canvas")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked by arrow keys
      tabIndex={0}
      onKeyDown={onKey}
    />
  );
}

function listen(renderer: Renderer, props: () => CanvasProps) {
  renderer.on("clickNode", ({ node }) => props().onSelect(node));
  renderer.on("clickEdge", ({ edge }) => props().onSelectEdge(edge));
  renderer.on("clickStage", () => props().onSelect(undefined));
  renderer.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    props().onExpand(event.node);
  });
}

/** Without motion for those who asked for none. */
function duration(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;
}

function reveal(renderer: Renderer, node: string) {
  const graph = renderer.getGraph();
  if (!graph.hasNode(node)) return;
  const at = renderer.graphToViewport(graph.getNodeAttributes(node));
  const { width, height } = renderer.getDimensions();
  const margin = 60;
  const inside = at.x > margin && at.x < width - margin && at.y > margin && at.y < height - margin;
  if (inside) return;
  const { x, y } = renderer.viewportToFramedGraph(at);
  void renderer.getCamera().animate({ x, y }, { duration: duration() });
}

const vectors: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

function nextIn(renderer: Renderer, node: string | undefined, direction: Direction) {
  const graph = renderer.getGraph();
  const [x, y] = vectors[direction];
  if (!node || !graph.hasNode(node)) {
    return graph.reduceNodes<string | undefined>(
      (best, id) => (best && graph.degree(best) >= graph.degree(id) ? best : id),
      undefined,
    );
  }
  const at = renderer.graphToViewport(graph.getNodeAttributes(node));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of graph.neighbors(node)) {
    const to = renderer.graphToViewport(graph.getNodeAttributes(id));
    const ahead = (to.x - at.x) * x + (to.y - at.y) * y;
    const aside = Math.abs((to.x - at.x) * y) + Math.abs((to.y - at.y) * x);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

function handleOf(
  renderer: { readonly current: Renderer | null },
  element: { readonly current: HTMLElement | null },
): CanvasHandle {
  return {
    zoom: (factor) => {
      const camera = renderer.current?.getCamera();
      void camera?.animate({ ratio: camera.ratio / factor }, { duration: duration() });
    },
    fit: () => void renderer.current?.getCamera().animatedReset({ duration: duration() }),
    reveal: (node) => renderer.current && reveal(renderer.current, node),
    next: (node, direction) =>
      renderer.current ? nextIn(renderer.current, node, direction) : undefined,
    focus: () => element.current?.focus(),
  };
}
