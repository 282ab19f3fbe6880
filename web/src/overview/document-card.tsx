import type { DocumentCardFragment } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { href } from "../route";
import { formatPeriod } from "../ui/format";
import { Link } from "../ui/link";
import "./document-card.css";

/** A document in a list: what it is, and how much was found in it. */
export function DocumentCard({ document }: { document: DocumentCardFragment }) {
  const { t } = useLanguage();
  const facts = [document.number, document.genre, document.issued, formatPeriod(document)];
  const remarks = [
    document.titleInferred && t("fact.inferred"),
    ...(document.expressions.length > 1
      ? document.expressions.map((text) => t(`script.${text.script}`))
      : []),
  ];
  return (
    <article className="card document">
      <p className="document__region">{document.region.name}</p>
      <h3 className="document__title">
        <Link href={href(`/documents/${document.id}`)}>{document.title}</Link>
      </h3>
      <p className="document__facts">{facts.filter(Boolean).join(" · ")}</p>
      <p className="document__counts">
        <Link href={href("/tables/tasks", { document: document.id })}>
          {t("fact.tasks")} <b>{document.tasks.totalCount}</b>
        </Link>
        <Link href={href("/tables/targets", { document: document.id })}>
          {t("fact.targets")} <b>{document.targets.totalCount}</b>
        </Link>
        <Link href={href("/graph", { document: document.id })}>{t("nav.graph")}</Link>
        {remarks.filter(Boolean).map((remark) => (
          <span key={String(remark)} className="tag">
            {remark}
          </span>
        ))}
      </p>
    </article>
  );
}
