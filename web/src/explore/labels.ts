import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "./look";

type LabelArguments = Parameters<NodeLabelDrawingFunction>;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels between a node and its label. */
const gap = 3;

const font = (size: number, weight: string) =>
  `${weight} ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif`;

/** Where a label stands: right of its node, or left where it would leave the picture. */
function boxOf(context: CanvasRenderingContext2D, label: LabelArguments[1], size: number): Box {
  const { width } = context.measureText(label.label ?? "");
  const right = label.x + label.size + gap;
  const edge = context.canvas.clientWidth;
  const flipped = label.x - label.size - gap - width;
  const left = right + width > edge && flipped >= 0 ? flipped : right;
  return { left, right: left + width, top: label.y - 0.6 * size, bottom: label.y + 0.6 * size };
}

/** Writes a label with a halo in the colour of the paper to set it off. */
function write(context: CanvasRenderingContext2D, text: string, box: Box, palette: Palette) {
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
  const y = box.top + 0.78 * (box.bottom - box.top);
  context.strokeText(text, box.left, y);
  context.fillText(text, box.left, y);
}

/** Draws a ring around a node under the pointer or chosen, and its label in full weight. */
export function hoverPainter(palette: Palette): NodeHoverDrawingFunction {
  return (context, data, { labelSize }) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = palette.accent;
    context.stroke();
    if (!data.label) return;
    context.font = font(labelSize, "600");
    write(context, data.label, boxOf(context, data, labelSize), palette);
  };
}

/** The labels of a frame, written so that none covers another. */
export interface LabelLayer {
  /** Begins a frame. */
  readonly begin: () => void;
  /** Takes a label of the frame. */
  readonly take: NodeLabelDrawingFunction;
  /** Writes the labels taken: first those that must be seen, then those of the largest nodes. */
  readonly paint: () => void;
}

/** A layer that leaves out the less important of two labels that would overlap. */
export function labelLayer(palette: Palette): LabelLayer {
  let taken: LabelArguments[] = [];
  const rank = ([, data]: LabelArguments) =>
    data.size + ("forceLabel" in data && data.forceLabel ? 1000 : 0);
  return {
    begin: () => {
      taken = [];
    },
    take: (...label) => {
      taken.push(label);
    },
    paint: () => {
      const written: Box[] = [];
      for (const [context, data, settings] of taken.sort((a, b) => rank(b) - rank(a))) {
        if (!data.label) continue;
        context.font = font(settings.labelSize, settings.labelWeight);
        const box = boxOf(context, data, settings.labelSize);
        if (written.some((other) => meet(other, box))) continue;
        written.push(box);
        write(context, data.label, box, palette);
      }
    },
  };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
