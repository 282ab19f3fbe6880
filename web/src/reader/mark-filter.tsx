import type { NodeKind } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { KindShape, kindStyle, nodeKinds } from "../ui/kinds";
import type { Mark } from "./marks";

interface MarkFilterProps {
  readonly marks: readonly Mark[];
  readonly hidden: ReadonlySet<NodeKind>;
  readonly onToggle: (kind: NodeKind) => void;
}

/** The kinds of fact that the text is marked with, each to be shown or not. */
export function MarkFilter({ marks, hidden, onToggle }: MarkFilterProps) {
  const { t } = useLanguage();
  const counts = new Map<NodeKind, number>();
  for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <fieldset className="mark-filter">
      <legend className="visually-hidden">{t("reader.facts")}</legend>
      {nodeKinds
        .filter((kind) => counts.has(kind))
        .map((kind) => (
          <button
            key={kind}
            type="button"
            className="mark-filter__kind"
            aria-pressed={!hidden.has(kind)}
            style={kindStyle(kind)}
            onClick={() => onToggle(kind)}
          >
            <KindShape kind={kind} />
            {t(`kind.${kind}`)} <b>{counts.get(kind)}</b>
          </button>
        ))}
    </fieldset>
  );
}
