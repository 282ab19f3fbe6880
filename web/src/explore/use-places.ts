import { useEffect, useState } from "react";
import type { LayoutJob, LayoutResult, Place } from "./layout-job";
import { levels } from "./levels";
import { radiusOf } from "./look";
import type { Model } from "./model";
import type { ViewState } from "./view-state";

/** Places of the nodes of a model. */
export type Places = ReadonlyMap<string, Place>;

interface Placed {
  readonly model: Model;
  readonly layout: ViewState["layout"];
  readonly places: Places;
}

/** Places a model's nodes, off the main thread. Null until they are placed. */
export function usePlaces(model: Model | undefined, layout: ViewState["layout"]): Places | null {
  const [placed, setPlaced] = useState<Placed | null>(null);
  useEffect(() => {
    if (!model) return;
    if (layout === "levels") {
      setPlaced({ model, layout, places: levels(model) });
      return;
    }
    const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<LayoutResult>) => {
      setPlaced({ model, layout, places: new Map(data.places) });
      worker.terminate();
    };
    worker.postMessage(jobOf(model));
    return () => worker.terminate();
  }, [model, layout]);
  return placed?.model === model && placed?.layout === layout ? placed.places : null;
}

function jobOf({ nodes, edges, steps }: Model): LayoutJob {
  return {
    along: innerWidth >= innerHeight ? "x" : "y",
    steps: steps.map(({ around, nodes: ids }) => ({
      around,
      nodes: ids.flatMap((id) => {
        const node = nodes.get(id);
        return node ? [{ id, radius: radiusOf(node) + 3 }] : [];
      }),
    })),
    edges: edges.map(({ source, target }) => [source, target] as const),
  };
}
