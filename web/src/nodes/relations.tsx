import { useState } from "react";
import type { EdgeKind, NodeFactsQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";
import { ConfidenceTag } from "../ui/confidence";
import { Quotes } from "../ui/evidence";
import { labelOf } from "./label";
import { NodeLink } from "./node-link";

type Around = NodeFactsQuery["neighborhood"];
type Edge = Around["edges"][number];
type Neighbour = Around["nodes"][number];

interface Relation {
  readonly edge: Edge;
  readonly other: Neighbour;
}

interface Group {
  readonly title: MessageKey;
  readonly kind: EdgeKind;
  readonly relations: readonly Relation[];
}

/** Relations that a node's properties tell already. */
const told: ReadonlySet<EdgeKind> = new Set<EdgeKind>(["IN_REGION", "HAS_FUNCTION", "ISSUED_BY"]);

/** The edges that touch a node, by kind and direction. */
function groupsOf(id: string, around: Around): Group[] {
  const nodes = new Map(around.nodes.map((node) => [node.id, node]));
  const groups = new Map<MessageKey, { kind: EdgeKind; relations: Relation[] }>();
  for (const edge of around.edges) {
    const outward = edge.source === id;
    if (outward ? told.has(edge.kind) : edge.target !== id) continue;
    const other = nodes.get(outward ? edge.target : edge.source);
    if (!other) continue;
    const title: MessageKey = `edge.${edge.kind}${outward ? "" : ".in"}`;
    const group = groups.get(title) ?? { kind: edge.kind, relations: [] };
    group.relations.push({ edge, other });
    groups.set(title, group);
  }
  return [...groups].map(([title, group]) => ({ title, ...group }));
}

/** All that a node is related to, with the words that say so. */
export function Relations({ id, around }: { id: string; around: Around }) {
  return groupsOf(id, around).map((group) => <RelationGroup key={group.title} group={group} />);
}

const few = 8;

function RelationGroup({ group }: { group: Group }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const { relations } = group;
  const shown = all ? relations : relations.slice(0, few);
  return (
    <section className="relations">
      <h3 className="relations__title">
        {t(group.title)} <span className="relations__count">{relations.length}</span>
      </h3>
      <ul>
        {shown.map((relation) => (
          <RelationItem key={relation.edge.id} relation={relation} />
        ))}
      </ul>
      {shown.length < relations.length && (
        <button type="button" className="button button--plain" onClick={() => setAll(true)}>
          {t("fact.more", { n: relations.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function RelationItem({ relation: { edge, other } }: { relation: Relation }) {
  const { t } = useLanguage();
  return (
    <li className="relation">
      <p className="relation__line">
        <NodeLink id={other.id} kind={other.kind}>
          {labelOf(other)}
        </NodeLink>
        {edge.role && edge.role !== "RESPONSIBLE" && (
          <span className="tag">{t(`role.${edge.role}`)}</span>
        )}
        {edge.weight && (
          <span className="tag">{t("shared.score", { n: Math.round(100 * edge.weight) })}</span>
        )}
        <ConfidenceTag confidence={edge.confidence} />
        {edge.relation && <span className="tag">{t(`relation.${edge.relation}`)}</span>}
      </p>
      {edge.evidence.length > 0 && (
        <details className="relation__evidence">
          <summary>{t("fact.evidence")}</summary>
          <Quotes evidence={edge.evidence} kind={other.kind} />
        </details>
      )}
    </li>
  );
}
