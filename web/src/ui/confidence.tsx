import type { Confidence } from "../generated/api";
import { useLanguage } from "../i18n/language";

/** Says where the rules are not sure of a fact; of what they are sure of, nothing is said. */
export function ConfidenceTag({ confidence }: { confidence?: Confidence | null }) {
  const { t } = useLanguage();
  if (!confidence || confidence === "HIGH") return null;
  return (
    <span className={`tag tag--${confidence}`} title={t(`confidence.${confidence}.why`)}>
      {t("confidence.tag", { level: t(`confidence.${confidence}`) })}
    </span>
  );
}
