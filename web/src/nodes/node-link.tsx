import { createContext, type MouseEvent, type ReactNode, useContext } from "react";
import type { NodeKind } from "../generated/api";
import { href } from "../route";
import { KindShape } from "../ui/kinds";
import { Link } from "../ui/link";

/** What a view does with a node that is asked for; null lets the link open the node's page. */
export type OpenNode = ((id: string) => void) | null;

const Context = createContext<OpenNode>(null);

/** Within it, links to nodes are handed to the view: the graph selects them, say. */
export const NodeOpener = Context;

interface NodeLinkProps {
  readonly id: string;
  readonly kind?: NodeKind;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a node, with the shape of its kind. */
export function NodeLink({ id, kind, className = "node-link", children }: NodeLinkProps) {
  const open = useContext(Context);
  const follow = (event: MouseEvent) => {
    if (!open || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(id);
  };
  return (
    <Link className={className} href={href(`/nodes/${id}`)} onClick={follow}>
      {kind && <KindShape kind={kind} />}
      <span>{children}</span>
    </Link>
  );
}
