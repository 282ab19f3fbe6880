import type { ReactNode } from "react";
import { useQuery } from "../api/use-query";
import { NodeFacts as NodeFactsOperation } from "../generated/api";
import { useLanguage, useNameOf } from "../i18n/language";
import { Answer } from "../ui/answer";
import { Quotes } from "../ui/evidence";
import { KindMark } from "../ui/kinds";
import { Empty } from "../ui/states";
import { kindOf } from "./kind-of";
import { NodeLink } from "./node-link";
import "./nodes.css";
import { type Described, Properties, titleOf } from "./properties";
import { Relations } from "./relations";

interface NodeFactsProps {
  readonly id: string;
  /** The level of the heading: 1 on a page of its own, 2 in a panel. */
  readonly level?: 1 | 2;
  /** What can be done with the node. */
  readonly actions?: ReactNode;
}

/** All facts of a node: its properties, the words that state it, and what it is related to. */
export function NodeFacts({ id, level = 2, actions }: NodeFactsProps) {
  const query = useQuery(NodeFactsOperation, { id });
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <Answer query={query}>
      {({ node, neighborhood }) => {
        const kind = kindOf(id);
        if (!node || !kind) {
          return <Empty title={t("state.notFound.node")}>{t("state.notFound.hint")}</Empty>;
        }
        return (
          <article className="facts">
            <header className="facts__head">
              <KindMark kind={kind} />
              <Heading className="facts__title">{titleOf(node, nameOf)}</Heading>
            </header>
            {actions && <div className="facts__actions">{actions}</div>}
            <Properties node={node} />
            <Own node={node} />
            <Relations id={id} around={neighborhood} />
            {node.__typename === "Task" && <Counterparts node={node} />}
            {node.__typename === "Department" && <Colleagues node={node} />}
          </article>
        );
      }}
    </Answer>
  );
}

/** The words that state the node itself. */
function Own({ node }: { node: Described }) {
  const { t } = useLanguage();
  if (!("evidence" in node) || node.evidence.length === 0) return null;
  return (
    <section className="relations">
      <h3 className="relations__title">{t("fact.evidence")}</h3>
      <Quotes evidence={node.evidence} kind={kindOf(node.id)} />
    </section>
  );
}

/** Tasks of other documents about the same matter. */
function Counterparts({ node }: { node: Extract<Described, { __typename: "Task" }> }) {
  const { t } = useLanguage();
  if (node.alignedWith.length === 0) return null;
  return (
    <section className="relations">
      <h3 className="relations__title">{t("fact.aligned")}</h3>
      <ul>
        {node.alignedWith.map(({ task, score }) => (
          <li key={task.id} className="relation__line">
            <NodeLink id={task.id} kind="TASK">
              {task.region.name} {task.path} {task.heading}
            </NodeLink>
            <span className="tag">{t("shared.score", { n: Math.round(100 * score) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom a department works with, and who does the same elsewhere. */
function Colleagues({ node }: { node: Extract<Described, { __typename: "Department" }> }) {
  const { t } = useLanguage();
  return (
    <>
      {node.collaborators.nodes.length > 0 && (
        <section className="relations">
          <h3 className="relations__title">{t("fact.collaborators")}</h3>
          <ul>
            {node.collaborators.nodes.map(({ department, taskCount }) => (
              <li key={department.id} className="relation__line">
                <NodeLink id={department.id} kind="DEPARTMENT">
                  {department.fullName}
                </NodeLink>
                <span className="tag">{t("fact.sharedTasks", { n: taskCount })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {node.counterparts.length > 0 && (
        <section className="relations">
          <h3 className="relations__title">{t("fact.counterparts")}</h3>
          <ul>
            {node.counterparts.map((unit) => (
              <li key={unit.id} className="relation__line">
                <NodeLink id={unit.id} kind="DEPARTMENT">
                  {unit.fullName}
                </NodeLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
