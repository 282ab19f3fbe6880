import type { EvidencePlaceFragment, NodeKind } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { href } from "../route";
import { ConfidenceTag } from "./confidence";
import { kindStyle } from "./kinds";
import { Link } from "./link";

/** The address at which a quote is read in its document, marked. */
export function placeOf(evidence: {
  readonly start: number;
  readonly end: number;
  readonly expression: {
    readonly fileName: string;
    readonly document: { readonly id: string };
  };
}): string {
  const { expression, start, end } = evidence;
  return href(`/documents/${expression.document.id}`, {
    text: expression.fileName,
    at: `${start}-${end}`,
  });
}

interface QuotesProps {
  readonly evidence: readonly EvidencePlaceFragment[];
  readonly kind?: NodeKind;
}

/** The words that state a fact, each with its way to the document. */
export function Quotes({ evidence, kind }: QuotesProps) {
  const { t } = useLanguage();
  if (evidence.length === 0) return <p className="quote quote__source">{t("fact.noEvidence")}</p>;
  return (
    <ul className="quotes">
      {evidence.map((place) => (
        <li key={`${place.expression.fileName} ${place.start}`}>
          <blockquote className="quote" style={kind && kindStyle(kind)}>
            <p>{place.quote}</p>
            <p className="quote__source">
              {place.expression.document.title} {place.section?.path}{" "}
              <ConfidenceTag confidence={place.confidence} />{" "}
              <Link href={placeOf(place)}>{t("fact.readInPlace")}</Link>
            </p>
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
