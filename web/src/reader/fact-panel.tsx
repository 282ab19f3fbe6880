import { useLanguage } from "../i18n/language";
import { NodeFacts } from "../nodes/node-facts";
import { NodeLink, NodeOpener } from "../nodes/node-link";
import { href } from "../route";
import { ConfidenceTag } from "../ui/confidence";
import { Link } from "../ui/link";
import type { Mark } from "./marks";

interface FactPanelProps {
  readonly node: string;
  /** What the chosen words state; the node is one of them, or was reached from one. */
  readonly here: readonly Mark[];
  readonly onOpen: (node: string) => void;
  readonly onClose: () => void;
}

/** What the chosen words state. */
export function FactPanel({ node, here, onOpen, onClose }: FactPanelProps) {
  const { t } = useLanguage();
  const actions = (
    <>
      <Link className="button" href={href("/graph", { around: node, node })}>
        {t("fact.showInGraph")}
      </Link>
      <Link className="button" href={href(`/nodes/${node}`)}>
        {t("fact.openPage")}
      </Link>
    </>
  );
  return (
    <NodeOpener value={onOpen}>
      <div className="panel__bar">
        <h2 className="panel__title">{t("reader.factsHere")}</h2>
        <button type="button" className="button button--plain" onClick={onClose}>
          {t("reader.close")}
        </button>
      </div>
      {here.length > 1 && (
        <ul className="panel__here">
          {here.map((mark) => (
            <li key={mark.id} aria-current={mark.node === node}>
              <NodeLink id={mark.node} kind={mark.kind} className="chip">
                {mark.label}
              </NodeLink>
              {mark.role && mark.role !== "RESPONSIBLE" && (
                <span className="tag">{t(`role.${mark.role}`)}</span>
              )}
              <ConfidenceTag confidence={mark.confidence} />
            </li>
          ))}
        </ul>
      )}
      <NodeFacts id={node} actions={actions} />
    </NodeOpener>
  );
}
