import type { Confidence, EdgeKind, NodeKind, ReadingQuery, Role } from "../generated/api";
import { overlaps, type Range } from "./code-points";

/** A stretch of a text that states a fact, and the node that the fact is about. */
export interface Mark extends Range {
  readonly id: string;
  readonly node: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly role?: Role | null;
  readonly confidence: Confidence;
}

/** The edges whose words are marked. The others' words are whole sections. */
const marked: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  "RESPONSIBLE",
  "MENTIONS",
  "SETS",
  "CITES",
  "ISSUED_BY",
]);

/** The marks of one text, in its order. */
export function marksOf(facts: ReadingQuery["subgraph"], fileName: string): Mark[] {
  const nodes = new Map(facts.nodes.map((node) => [node.id, node]));
  const marks = new Map<string, Mark>();
  for (const edge of facts.edges) {
    const node = nodes.get(edge.target);
    if (!node || !marked.has(edge.kind)) continue;
    for (const { start, end, confidence, expression } of edge.evidence) {
      if (expression.fileName !== fileName) continue;
      const id = `${node.id} ${start} ${end}`;
      marks.set(id, {
        id,
        node: node.id,
        kind: node.kind,
        label: node.label,
        role: edge.role,
        confidence,
        start,
        end,
      });
    }
  }
  return [...marks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A piece of a paragraph over which the marks do not change; the innermost mark comes first. */
export interface Piece extends Range {
  readonly marks: readonly Mark[];
}

/** Cuts a stretch wherever a mark begins or ends in it. */
export function piecesOf(range: Range, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => overlaps(mark, range));
  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    if (mark.start > range.start) cuts.add(mark.start);
    if (mark.end < range.end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const piece = { start, end: places[i + 1] ?? range.end };
    const over = inside.filter((mark) => overlaps(mark, piece));
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return { ...piece, marks: over };
  });
}
