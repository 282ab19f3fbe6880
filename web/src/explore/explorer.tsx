import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useLoad } from "../api/use-query";
import { useLanguage } from "../i18n/language";
import { undo } from "../route";
import { Answer } from "../ui/answer";
import { Empty, Loading } from "../ui/states";
import { useTheme } from "../ui/theme";
import { Canvas, type CanvasHandle, type Direction } from "./canvas";
import "../tables/tables.css";
import "./explore.css";
import { KeyHelp } from "./key-help";
import { drawnDegrees, loadModel, type Model } from "./model";
import { canDraw } from "./renderer";
import { ScopeLine } from "./scope-line";
import { SidePanel } from "./side-panel";
import { Toolbar } from "./toolbar";
import { Twin } from "./twin";
import { type Places, usePlaces } from "./use-places";
import { useViewState, type ViewActions, type ViewState } from "./view-state";

function keyOf(state: ViewState): string {
  const { document, region, around, expanded, gone, hidden, from, to } = state;
  const drawnOf = [document, region, around, expanded, gone, [...hidden].sort(), from, to];
  return `graph ${JSON.stringify(drawnOf)}`;
}

/** The keys that work wherever the focus is, but not while one types. */
function useKeys(onHelp: () => void) {
  const help = useEffectEvent(onHelp);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const { target, key } = event;
      if (target instanceof Element && target.closest("input, select, textarea")) return;
      if (key === "?") help();
      else if (key === "z" && (event.ctrlKey || event.metaKey)) undo();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** The graph: a picture to walk through, its twin in tables, and the facts of what is chosen. */
export default function Explorer() {
  const [state, actions] = useViewState();
  const { t } = useLanguage();
  const query = useLoad(keyOf(state), (signal) => loadModel(state, signal));
  const places = usePlaces(query.data, state.layout);
  const [help, setHelp] = useState(false);
  const drawable = useMemo(canDraw, []);
  const open = (node: string) => {
    if (query.data?.nodes.has(node)) actions.select(node);
    else actions.expand(node);
  };

  useKeys(() => setHelp((shown) => !shown));

  return (
    <div className="explorer">
      <h1 className="visually-hidden">{t("nav.graph")}</h1>
      <Toolbar
        state={state}
        actions={actions}
        model={query.data}
        places={places}
        help={help}
        onHelp={() => setHelp(!help)}
        onOpen={open}
      />
      <ScopeLine model={query.data} state={state} onToggle={actions.toggleKind} />
      <div className="explorer__stage">
        <Answer query={query}>
          {(model) =>
            model.nodes.size === 0 ? (
              <Empty title={t("graph.empty")} />
            ) : (
              <>
                {!drawable && <p className="explorer__notice">{t("graph.noWebgl")}</p>}
                {state.asTable || !drawable ? (
                  <Twin model={model} state={state} actions={actions} />
                ) : (
                  <Picture model={model} places={places} state={state} actions={actions} />
                )}
              </>
            )
          }
        </Answer>
        {help && <KeyHelp />}
      </div>
      {query.data && <SidePanel model={query.data} state={state} actions={actions} onOpen={open} />}
    </div>
  );
}

interface PictureProps {
  readonly model: Model;
  readonly places: Places | null;
  readonly state: ViewState;
  readonly actions: ViewActions;
}

function isDirection(key: string): key is Direction {
  return ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(key);
}

function Picture({ model, places, state, actions }: PictureProps) {
  const { dark } = useTheme();
  const canvas = useRef<CanvasHandle>(null);
  if (!places) return <Loading />;
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isDirection(key)) {
      const next = canvas.current?.next(state.node, key);
      if (next) actions.select(next);
    } else if (key === "Enter" && state.node) actions.expand(state.node);
    else if (key === "Delete" && state.node) actions.remove(state.node);
    else if (key === "Escape") actions.select(undefined);
    else if (key === "+" || key === "=") canvas.current?.zoom(1.5);
    else if (key === "-") canvas.current?.zoom(1 / 1.5);
    else if (key === "0" || key === "f") canvas.current?.fit();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Canvas
        ref={canvas}
        model={model}
        places={places}
        dark={dark}
        state={state}
        onSelect={actions.select}
        onSelectEdge={actions.selectEdge}
        onExpand={actions.expand}
        onKey={press}
      />
      <Zoom canvas={canvas} />
      <Announcement model={model} node={state.node} />
    </>
  );
}

function Zoom({ canvas }: { canvas: RefObject<CanvasHandle | null> }) {
  const { t } = useLanguage();
  return (
    <div className="zoom">
      <button
        type="button"
        className="button button--icon"
        aria-label={t("graph.zoomIn")}
        onClick={() => canvas.current?.zoom(1.5)}
      >
        +
      </button>
      <button
        type="button"
        className="button button--icon"
        aria-label={t("graph.zoomOut")}
        onClick={() => canvas.current?.zoom(1 / 1.5)}
      >
        −
      </button>
      <button type="button" className="button" onClick={() => canvas.current?.fit()}>
        {t("graph.fit")}
      </button>
    </div>
  );
}

/** Tells a screen reader what is chosen. */
function Announcement({ model, node }: { model: Model; node?: string }) {
  const { t } = useLanguage();
  const chosen = node ? model.nodes.get(node) : undefined;
  const shown = chosen ? (drawnDegrees(model).get(chosen.id) ?? 0) : 0;
  return (
    <p className="visually-hidden" aria-live="polite">
      {chosen &&
        t("graph.selected", {
          kind: t(`kind.${chosen.kind}`),
          label: chosen.label,
          shown,
          hidden: chosen.degree - shown,
        })}
    </p>
  );
}
