import type { ViewProps } from "../app";
import { useLanguage } from "../i18n/language";
import { href } from "../route";
import { Link } from "../ui/link";
import { kindOf } from "./kind-of";
import { NodeFacts } from "./node-facts";

/** A node on a page of its own: everything that the graph shows, as text. */
export default function NodePage({ rest: id }: ViewProps) {
  const { t } = useLanguage();
  const actions = (
    <>
      <Link className="button" href={href("/graph", { around: id, node: id })}>
        {t("fact.showInGraph")}
      </Link>
      {kindOf(id) === "DOCUMENT" && (
        <Link className="button" href={href(`/documents/${id}`)}>
          {t("fact.readInPlace")}
        </Link>
      )}
    </>
  );
  return (
    <div className="page page--node">
      <NodeFacts id={id} level={1} actions={actions} />
    </div>
  );
}
