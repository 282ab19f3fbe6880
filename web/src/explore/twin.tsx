import { useLanguage } from "../i18n/language";
import { KindMark } from "../ui/kinds";
import { drawnDegrees, type Model } from "./model";
import type { ViewActions, ViewState } from "./view-state";

interface TwinProps {
  readonly model: Model;
  readonly state: ViewState;
  readonly actions: ViewActions;
}

/** The picture as tables: the same nodes and relations, the same selection, for every reader. */
export function Twin(props: TwinProps) {
  return (
    <div className="twin">
      <NodeTable {...props} />
      <EdgeTable {...props} />
    </div>
  );
}

function NodeTable({ model, state, actions }: TwinProps) {
  const { t } = useLanguage();
  const drawn = drawnDegrees(model);
  return (
    <table className="table card">
      <caption className="twin__caption">{t("graph.nodes")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fact.kind")}</th>
          <th scope="col">{t("fact.name")}</th>
          <th scope="col" className="table__number">
            {t("graph.degree")}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...model.nodes.values()].map((node) => (
          <tr key={node.id} aria-current={node.id === state.node || undefined}>
            <td>
              <KindMark kind={node.kind} />
            </td>
            <td className="table__wide">
              <button type="button" className="text-button" onClick={() => actions.select(node.id)}>
                {node.label}
              </button>
            </td>
            <td className="table__number">
              {drawn.get(node.id) ?? 0} / {node.degree}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EdgeTable({ model, state, actions }: TwinProps) {
  const { t } = useLanguage();
  const label = (id: string) => model.nodes.get(id)?.label ?? id;
  return (
    <table className="table card">
      <caption className="twin__caption">{t("graph.edges")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("graph.from")}</th>
          <th scope="col">{t("graph.edges")}</th>
          <th scope="col">{t("graph.to")}</th>
        </tr>
      </thead>
      <tbody>
        {model.edges.map((edge) => (
          <tr key={edge.id} aria-current={edge.id === state.edge || undefined}>
            <td className="table__wide">{label(edge.source)}</td>
            <td>
              <button
                type="button"
                className="text-button"
                onClick={() => actions.selectEdge(edge.id)}
              >
                {t(`edge.${edge.kind}`)}
                {edge.role && edge.role !== "RESPONSIBLE" ? `（${t(`role.${edge.role}`)}）` : ""}
              </button>
            </td>
            <td className="table__wide">{label(edge.target)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
