import { useRef } from "react";
import { useLanguage } from "../i18n/language";
import { toCsv } from "../tables/csv";
import { download } from "../ui/download";
import { nodeKinds } from "../ui/kinds";
import { toGexf } from "./gexf";
import { readPalette } from "./look";
import type { Model } from "./model";
import { type PictureContent, toPng, toSvg } from "./picture";
import type { Places } from "./use-places";

interface ExportMenuProps {
  readonly model: Model;
  readonly places: Places;
}

/** Saves what is shown: as a picture, for Gephi, or as tables. */
export function ExportMenu({ model, places }: ExportMenuProps) {
  const { t } = useLanguage();
  const menu = useRef<HTMLDetailsElement>(null);
  const content = (): PictureContent => ({
    model,
    places,
    palette: readPalette(),
    names: Object.fromEntries(
      nodeKinds.map((kind) => [kind, t(`kind.${kind}`)]),
    ) as PictureContent["names"],
  });
  const choices: readonly (readonly [name: string, save: () => void | Promise<void>])[] = [
    ["PNG", async () => download("graph.png", await toPng(toSvg(content())))],
    ["SVG", () => download("graph.svg", toSvg(content()), "image/svg+xml")],
    ["GEXF", () => download("graph.gexf", toGexf(content()), "application/gexf+xml")],
    [`CSV：${t("graph.nodes")}`, () => download("nodes.csv", nodesCsv(model), "text/csv")],
    [`CSV：${t("graph.edges")}`, () => download("relations.csv", edgesCsv(model), "text/csv")],
  ];
  return (
    <details className="menu" ref={menu}>
      <summary className="button">{t("graph.export")}</summary>
      <ul className="menu__list card">
        {choices.map(([name, save]) => (
          <li key={name}>
            <button
              type="button"
              className="menu__item"
              onClick={() => {
                void save();
                menu.current?.removeAttribute("open");
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nodesCsv({ nodes }: Model): string {
  const rows = [...nodes.values()].map((n) => [n.id, n.kind, n.label, n.region, n.degree]);
  return toCsv(["id", "kind", "label", "region", "degree"], rows);
}

function edgesCsv({ nodes, edges }: Model): string {
  const label = (id: string) => nodes.get(id)?.label;
  const rows = edges.map((e) => [
    e.id,
    e.kind,
    e.role,
    e.source,
    label(e.source),
    e.target,
    label(e.target),
  ]);
  return toCsv(["id", "kind", "role", "source", "source_label", "target", "target_label"], rows);
}
