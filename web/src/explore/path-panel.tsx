import { useLanguage } from "../i18n/language";
import { labelOf } from "../nodes/label";
import { NodeLink } from "../nodes/node-link";
import { Quotes } from "../ui/evidence";
import type { Model, Path } from "./model";
import type { ViewActions, ViewState } from "./view-state";

interface PathPanelProps {
  readonly model: Model;
  readonly state: ViewState;
  readonly actions: ViewActions;
}

/** The ways between two chosen nodes, each step with the words that state it. */
export function PathPanel({ model, state, actions }: PathPanelProps) {
  const { t } = useLanguage();
  const { paths } = model;
  if (!state.from && !state.to) return null;
  const path = paths?.[state.path];
  return (
    <section className="paths" aria-label={t("path.title")}>
      <h2 className="facts__title">{t("path.title")}</h2>
      <End end="from" model={model} state={state} actions={actions} />
      <End end="to" model={model} state={state} actions={actions} />
      {paths?.length === 0 && <p role="status">{t("path.none")}</p>}
      {paths && paths.length > 1 && (
        <div className="segmented">
          {paths.map((each, i) => (
            <button
              key={each.edges.map(({ id }) => id).join()}
              type="button"
              className="button"
              aria-pressed={i === state.path}
              onClick={() => actions.choosePath(i)}
            >
              {t("path.choice", { i: i + 1, n: each.length })}
            </button>
          ))}
        </div>
      )}
      {path && <Steps path={path} />}
    </section>
  );
}

function End({ end, model, state, actions }: PathPanelProps & { readonly end: "from" | "to" }) {
  const { t } = useLanguage();
  const id = state[end];
  const node = id ? model.nodes.get(id) : undefined;
  return (
    <p className="paths__end">
      <span className="paths__name">{t(`graph.${end}`)}</span>
      {id && node ? (
        <>
          <NodeLink id={id} kind={node.kind}>
            {node.label}
          </NodeLink>
          <button
            type="button"
            className="button button--plain"
            onClick={() => actions.setEnd(end, undefined)}
          >
            {t("path.clear")}
          </button>
        </>
      ) : (
        <span className="explorer__hint">{t("path.choose")}</span>
      )}
    </p>
  );
}

function Steps({ path }: { path: Path }) {
  const { t } = useLanguage();
  return (
    <ol className="paths__steps">
      {path.nodes.map((node, i) => {
        const edge = path.edges[i - 1];
        const inward = edge && edge.source === node.id;
        return (
          <li key={node.id}>
            {edge && (
              <details className="relation__evidence">
                <summary>
                  {t(`edge.${edge.kind}${inward ? ".in" : ""}`)}
                  {edge.role && edge.role !== "RESPONSIBLE" && `（${t(`role.${edge.role}`)}）`}
                </summary>
                <Quotes evidence={edge.evidence} kind={node.kind} />
              </details>
            )}
            <NodeLink id={node.id} kind={node.kind}>
              {labelOf(node)}
            </NodeLink>
          </li>
        );
      })}
    </ol>
  );
}
