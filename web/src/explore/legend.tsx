import type { NodeKind } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { KindShape, kindStyle, nodeKinds } from "../ui/kinds";
import type { Model } from "./model";
import type { ViewState } from "./view-state";

/** How many nodes of each kind there are. */
export type Totals = ReadonlyMap<NodeKind, number>;

interface LegendProps {
  readonly model?: Model;
  readonly state: ViewState;
  /** How many nodes of each kind the scope has, once that is known. */
  readonly totals?: Totals;
  readonly onToggle: (kind: NodeKind) => void;
}

/** The kinds of node with their shapes and counts; each is a switch that shows or hides its kind. */
export function Legend({ model, state, totals, onToggle }: LegendProps) {
  const { t } = useLanguage();
  const drawn = new Map<NodeKind, number>();
  for (const { kind } of model?.nodes.values() ?? []) drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
  return (
    <fieldset className="legend">
      <legend className="legend__title">{t("graph.legend")}</legend>
      {nodeKinds.map((kind) => {
        const shown = drawn.get(kind) ?? 0;
        const total = totals?.get(kind);
        return (
          <button
            key={kind}
            type="button"
            className="legend__kind"
            style={kindStyle(kind)}
            aria-pressed={!state.hidden.has(kind)}
            onClick={() => onToggle(kind)}
          >
            <KindShape kind={kind} />
            <span className="legend__name">{t(`kind.${kind}`)}</span>
            <span className="legend__count">
              {total !== undefined && total > shown ? `${shown} / ${total}` : shown}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
