import type { NodeKind } from "../generated/api";
import { nodeKinds } from "../ui/kinds";
import { shapePaths } from "../ui/shapes";
import { type Palette, radiusOf, shortLabel } from "./look";
import type { Model } from "./model";
import type { Places } from "./use-places";

/** What a picture for saving is made of. */
export interface PictureContent {
  readonly model: Model;
  readonly places: Places;
  readonly palette: Palette;
  readonly names: Readonly<Record<NodeKind, string>>;
}

const width = 1600;
const height = 1100;
const margin = 70;
const footer = 50;

/** The picture as SVG, with all labels and a legend. */
export function toSvg({ model, places, palette, names }: PictureContent): string {
  const at = fitted(places);
  const lines = model.edges.map(({ source, target }) => {
    const [a, b] = [at(source), at(target)];
    return `<path d="M${a.x} ${a.y}L${b.x} ${b.y}"/>`;
  });
  const nodes = [...model.nodes.values()].map((node) => {
    const { x, y } = at(node.id);
    const size = radiusOf(node);
    return (
      `<g fill="${palette.kinds[node.kind]}"><title>${escapeXml(node.label)}</title>` +
      `<path fill-rule="evenodd" transform="translate(${x} ${y}) scale(${size})" d="${shapePaths[node.kind]}"/></g>` +
      `<text x="${x + size + 3}" y="${y + 4}">${escapeXml(shortLabel(node.label))}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + footer}" viewBox="0 0 ${width} ${height + footer}">` +
    `<rect width="100%" height="100%" fill="${palette.paper}"/>` +
    `<g stroke="${palette.edge}" stroke-width="0.8" fill="none">${lines.join("")}</g>` +
    `<g font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="11" fill="${palette.ink}">` +
    `${nodes.join("")}${legend(model, palette, names)}</g></svg>`
  );
}

/** Maps places to the canvas of the picture, keeping proportions. */
function fitted(places: Places) {
  const all = [...places.values()];
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [left, right, low, high] = [min(xs), max(xs), min(ys), max(ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1e-6, right - left),
    (height - 2 * margin) / Math.max(1e-6, high - low),
  );
  const round = (n: number) => Math.round(n * 10) / 10;
  return (id: string) => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return {
      x: round(width / 2 + (x - (left + right) / 2) * scale),
      y: round(height / 2 - (y - (low + high) / 2) * scale),
    };
  };
}

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);

function legend(model: Model, palette: Palette, names: PictureContent["names"]): string {
  const drawn = new Set([...model.nodes.values()].map(({ kind }) => kind));
  return nodeKinds
    .filter((kind) => drawn.has(kind))
    .map((kind, i) => {
      const x = margin + i * 140;
      const y = height + 20;
      return (
        `<path fill="${palette.kinds[kind]}" fill-rule="evenodd" transform="translate(${x} ${y}) scale(8)" d="${shapePaths[kind]}"/>` +
        `<text x="${x + 14}" y="${y + 4}" font-size="13">${escapeXml(names[kind])}</text>`
      );
    })
    .join("");
}

/** Text as it may stand in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The picture as PNG, at twice the size for print. */
export async function toPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * (height + footer);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
