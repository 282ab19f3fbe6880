import { useQuery } from "../api/use-query";
import { EdgeFacts as EdgeFactsOperation } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { Answer } from "../ui/answer";
import { ConfidenceTag } from "../ui/confidence";
import { Quotes } from "../ui/evidence";
import { Empty } from "../ui/states";
import type { DrawnEdge } from "./model";

/** All facts of an edge: its ends, what it says, and the words that state it. */
export function EdgeFacts({ edge }: { edge: DrawnEdge }) {
  const { t } = useLanguage();
  const query = useQuery(EdgeFactsOperation, { id: edge.source, kind: edge.kind });
  return (
    <Answer query={query}>
      {({ neighborhood: { nodes, edges } }) => {
        const facts = edges.find(({ id }) => id === edge.id);
        const [source, target] = [edge.source, edge.target].map((end) =>
          nodes.find(({ id }) => id === end),
        );
        if (!facts || !source || !target) return <Empty title={t("state.notFound.node")} />;
        const { role, relation, reform } = facts;
        const remarks = [
          role && t(`role.${role}`),
          relation && t(`relation.${relation}`),
          facts.asWritten,
          reform &&
            [reform.date, reform.kind, reform.scope, reform.source].filter(Boolean).join("，"),
        ];
        return (
          <article className="facts">
            <h2 className="facts__title">{t(`edge.${edge.kind}`)}</h2>
            <p>
              <ConfidenceTag confidence={facts.confidence} />
            </p>
            <div className="edge-ends">
              <NodeLink id={source.id} kind={source.kind}>
                {source.label}
              </NodeLink>
              <span className="edge-ends__kind" aria-hidden="true">
                ↓ {remarks.filter(Boolean).join(" · ")}
              </span>
              <NodeLink id={target.id} kind={target.kind}>
                {target.label}
              </NodeLink>
            </div>
            <section className="relations">
              <h3 className="relations__title">{t("fact.evidence")}</h3>
              <Quotes evidence={facts.evidence} kind={target.kind} />
            </section>
          </article>
        );
      }}
    </Answer>
  );
}
