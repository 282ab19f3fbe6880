import { radiusOf } from "./look";
import { escapeXml, type PictureContent } from "./picture";

/** The picture as GEXF 1.3, with kinds, regions, places and colours, for Gephi. */
export function toGexf({ model, places, palette }: PictureContent): string {
  const nodes = [...model.nodes.values()].map((node) => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const [r, g, b] = channels(palette.kinds[node.kind]);
    return (
      `<node id="${escapeXml(node.id)}" label="${escapeXml(node.label)}"><attvalues>` +
      `<attvalue for="kind" value="${node.kind}"/><attvalue for="region" value="${node.region ?? ""}"/>` +
      `</attvalues><viz:position x="${x.toFixed(2)}" y="${y.toFixed(2)}" z="0"/>` +
      `<viz:size value="${radiusOf(node).toFixed(2)}"/><viz:color r="${r}" g="${g}" b="${b}"/></node>`
    );
  });
  const edges = model.edges.map(
    ({ id, kind, source, target, role }) =>
      `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}" label="${kind}"` +
      (role ? `><attvalues><attvalue for="role" value="${role}"/></attvalues></edge>` : "/>"),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph mode="static" defaultedgetype="directed">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="region" title="region" type="string"/></attributes>
<attributes class="edge"><attribute id="role" title="role" type="string"/></attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${edges.join("\n")}
</edges>
</graph>
</gexf>
`;
}

/** Red, green and blue of #rrggbb. */
function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
