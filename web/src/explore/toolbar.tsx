import { useLanguage } from "../i18n/language";
import { canUndo, undo } from "../route";
import { ExportMenu } from "./export-menu";
import type { Model } from "./model";
import { ScopePicker } from "./scope-picker";
import { SearchBox } from "./search-box";
import type { Places } from "./use-places";
import type { ViewActions, ViewState } from "./view-state";

interface ToolbarProps {
  readonly state: ViewState;
  readonly actions: ViewActions;
  readonly model?: Model;
  readonly places: Places | null;
  readonly help: boolean;
  readonly onHelp: () => void;
  readonly onOpen: (node: string) => void;
}

/** What can be done with the picture as a whole. */
export function Toolbar(props: ToolbarProps) {
  const { state, actions, model, places, help, onHelp, onOpen } = props;
  const { t } = useLanguage();
  return (
    <div className="explorer__bar">
      <SearchBox onChoose={onOpen} />
      <ScopePicker
        state={state}
        label={state.around && model?.nodes.get(state.around)?.label}
        onScope={actions.setScope}
      />
      <LayoutSwitch state={state} actions={actions} />
      <button
        type="button"
        className="button"
        aria-pressed={state.asTable}
        onClick={() => actions.showTable(!state.asTable)}
      >
        {t("graph.asTable")}
      </button>
      <button type="button" className="button" disabled={!canUndo()} onClick={undo}>
        {t("graph.undo")}
      </button>
      {model && places && <ExportMenu model={model} places={places} />}
      <button
        type="button"
        className="button button--icon"
        aria-label={t("graph.help")}
        aria-expanded={help}
        onClick={onHelp}
      >
        ?
      </button>
    </div>
  );
}

function LayoutSwitch({ state, actions }: Pick<ToolbarProps, "state" | "actions">) {
  const { t } = useLanguage();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{t("graph.layout")}</legend>
      {(["force", "levels"] as const).map((layout) => (
        <button
          key={layout}
          type="button"
          className="button"
          aria-pressed={state.layout === layout}
          onClick={() => actions.setLayout(layout)}
        >
          {t(`graph.layout.${layout}`)}
        </button>
      ))}
    </fieldset>
  );
}
