import { useLanguage } from "../i18n/language";
import { NodeFacts } from "../nodes/node-facts";
import { NodeOpener } from "../nodes/node-link";
import { href } from "../route";
import { Link } from "../ui/link";
import { EdgeFacts } from "./edge-facts";
import { drawnDegrees, type Model } from "./model";
import { PathPanel } from "./path-panel";
import type { ViewActions, ViewState } from "./view-state";

interface SidePanelProps {
  readonly model: Model;
  readonly state: ViewState;
  readonly actions: ViewActions;
  readonly onOpen: (node: string) => void;
}

/** The facts of the chosen node or edge, and what can be done with it. */
export function SidePanel({ model, state, actions, onOpen }: SidePanelProps) {
  const { t } = useLanguage();
  const edge = model.edges.find(({ id }) => id === state.edge);
  return (
    <aside className="explorer__panel" aria-label={t("graph.details")}>
      <NodeOpener value={onOpen}>
        <PathPanel model={model} state={state} actions={actions} />
        {state.node ? (
          <NodeFacts
            key={state.node}
            id={state.node}
            actions={
              <NodeActions node={state.node} model={model} state={state} actions={actions} />
            }
          />
        ) : edge ? (
          <EdgeFacts key={edge.id} edge={edge} />
        ) : state.from || state.to ? null : (
          <HowTo />
        )}
      </NodeOpener>
    </aside>
  );
}

const hints = ["choose", "expand", "path", "legend"] as const;

/** What one can do, while nothing is chosen. */
function HowTo() {
  const { t } = useLanguage();
  return (
    <section className="how-to">
      <h2 className="how-to__title">{t("graph.nothingSelected")}</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{t(`graph.howTo.${hint}`)}</li>
        ))}
      </ul>
    </section>
  );
}

interface NodeActionsProps extends Omit<SidePanelProps, "onOpen"> {
  readonly node: string;
}

function NodeActions({ node, model, state, actions }: NodeActionsProps) {
  const { t } = useLanguage();
  const drawn = drawnDegrees(model).get(node) ?? 0;
  const hidden = (model.nodes.get(node)?.degree ?? 0) - drawn;
  return (
    <>
      {state.expanded.includes(node) ? (
        <button type="button" className="button" onClick={() => actions.collapse(node)}>
          {t("graph.collapse")}
        </button>
      ) : (
        <button
          type="button"
          className="button button--primary"
          disabled={model.nodes.has(node) && hidden === 0}
          onClick={() => actions.expand(node)}
        >
          {hidden > 0 ? t("graph.expandN", { n: hidden }) : t("graph.expandedAll")}
        </button>
      )}
      <button type="button" className="button" onClick={() => actions.remove(node)}>
        {t("graph.hide")}
      </button>
      <button type="button" className="button" onClick={() => actions.setEnd("from", node)}>
        {t("path.setFrom")}
      </button>
      <button type="button" className="button" onClick={() => actions.setEnd("to", node)}>
        {t("path.setTo")}
      </button>
      <Link className="button" href={href(`/nodes/${node}`)}>
        {t("fact.openPage")}
      </Link>
    </>
  );
}
