import type { NodeKind, SuggestQuery } from "../generated/api";
import type { useNameOf } from "../i18n/language";

/** A node that a search found, as a list of suggestions shows it. */
export interface Suggestion {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** What tells it from others of its name: its region, code or place. */
  readonly note?: string;
}

type Hit = SuggestQuery["search"]["nodes"][number];

/** Words a hit as a suggestion. */
export function suggestionOf(
  { kind, node }: Hit,
  nameOf: ReturnType<typeof useNameOf>,
): Suggestion {
  const { id } = node;
  switch (node.__typename) {
    case "Document":
      return { id, kind, label: node.title, note: node.region.name };
    case "Section":
      return { id, kind, label: node.heading ?? node.path, note: node.path };
    case "Task":
      return { id, kind, label: node.heading ?? node.path, note: node.region.name };
    case "Department":
      return { id, kind, label: node.fullName };
    case "Function":
    case "Topic":
      return { id, kind, label: nameOf(node) };
    case "Region":
      return { id, kind, label: node.name, note: node.regionCode };
    case "StandardsBody":
      return { id, kind, label: node.name, note: node.bodyCode ?? undefined };
    case "Standard":
      return { id, kind, label: node.code };
    case "Target":
      return { id, kind, label: node.metric, note: node.region.name };
  }
}
