import { useQuery } from "../api/use-query";
import { AroundCounts, type NodeKind, ScopeCounts } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { Legend, type Totals } from "./legend";
import { firstLimit, type Model } from "./model";
import type { ViewState } from "./view-state";

/** How many nodes of each kind the scope has, whatever is drawn of it. */
function useTotals({ around, region, document }: ViewState): Totals | undefined {
  const near = useQuery(AroundCounts, around ? { id: around } : null);
  const regions = region ? [region] : undefined;
  const documents = document ? [document] : undefined;
  const whole = useQuery(ScopeCounts, around ? null : { regions, documents });
  const counts = around ? near.data?.neighborhood.counts : whole.data?.subgraph.counts;
  return counts && new Map(counts.map(({ kind, count }) => [kind, count]));
}

interface ScopeLineProps {
  readonly model?: Model;
  readonly state: ViewState;
  readonly onToggle: (kind: NodeKind) => void;
}

/** What the picture shows of its scope: the legend, and how much of it is drawn. */
export function ScopeLine({ model, state, onToggle }: ScopeLineProps) {
  const totals = useTotals(state);
  return (
    <div className="explorer__legend">
      <Legend model={model} state={state} totals={totals} onToggle={onToggle} />
      {model && <Counts model={model} totals={totals} />}
    </div>
  );
}

/** How much of the scope is drawn, and why not more. */
function Counts({ model, totals }: { model: Model; totals?: Totals }) {
  const { t } = useLanguage();
  const { nodes, edges, truncated } = model;
  const total = [...(totals?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return (
    <p className="counts" role="status">
      {t("graph.shown", { shown: nodes.size })}
      {total > nodes.size && t("graph.shownOf", { total })}
      {t("graph.shownEdges", { edges: edges.length })}
      {truncated && <span className="counts__why">{t("graph.truncated", { n: firstLimit })}</span>}
    </p>
  );
}
