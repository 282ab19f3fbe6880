import type { CSSProperties } from "react";
import type { NodeKind } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { shapePaths } from "./shapes";

/** The kinds of node in the order of legends and tables. */
export const nodeKinds: readonly NodeKind[] = [
  "DOCUMENT",
  "SECTION",
  "TASK",
  "DEPARTMENT",
  "FUNCTION",
  "REGION",
  "TOPIC",
  "STANDARDS_BODY",
  "STANDARD",
  "TARGET",
];

/** A style that makes --kind the colour of a kind of node. */
export function kindStyle(kind: NodeKind): CSSProperties {
  return { "--kind": `var(--kind-${kind})` } as CSSProperties;
}

/** The shape of a kind of node, in its colour. */
export function KindShape({ kind }: { kind: NodeKind }) {
  return (
    <svg viewBox="-1 -1 2 2" style={kindStyle(kind)} aria-hidden="true">
      <path d={shapePaths[kind]} fillRule="evenodd" />
    </svg>
  );
}

/** The shape and the name of a kind of node. */
export function KindMark({ kind }: { kind: NodeKind }) {
  const { t } = useLanguage();
  return (
    <span className="kind" style={kindStyle(kind)}>
      <KindShape kind={kind} />
      {t(`kind.${kind}`)}
    </span>
  );
}
