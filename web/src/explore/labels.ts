import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "./look";

const font = (size: number, weight: string) =>
  `${weight} ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif`;

/** Writes a node's label beside it, with a halo in the colour of the paper to set it off. */
export function labelPainter(palette: Palette): NodeLabelDrawingFunction {
  return (context, data, settings) => {
    if (!data.label) return;
    context.font = font(settings.labelSize, settings.labelWeight);
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = palette.paper;
    context.fillStyle = palette.ink;
    const x = data.x + data.size + 3;
    const y = data.y + settings.labelSize / 3;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  };
}

/** Draws a ring around a node under the pointer or chosen, and its label in full weight. */
export function hoverPainter(palette: Palette): NodeHoverDrawingFunction {
  const paintLabel = labelPainter(palette);
  return (context, data, settings) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = palette.accent;
    context.stroke();
    paintLabel(context, data, { ...settings, labelWeight: "600" });
  };
}
