import type { NodeKind } from "../generated/api";
import { nodeKinds } from "../ui/kinds";

/** The kind of node that an id names: ids begin with it. */
export function kindOf(id: string): NodeKind | undefined {
  const name = id.slice(0, id.indexOf(":")).toUpperCase();
  return nodeKinds.find((kind) => kind === name || kind.replace("_", "") === name);
}
