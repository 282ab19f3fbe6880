import { useLanguage } from "../i18n/language";
import { href } from "../route";
import { Link } from "../ui/link";

/** Where cards show only the first documents: says so, and leads to the table of all. */
export function More({ shown, total }: { shown: number; total: number }) {
  const { t } = useLanguage();
  if (shown >= total) return null;
  return (
    <p className="documents__more">
      <Link href={href("/tables/documents")}>{t("overview.all", { n: total })}</Link>
    </p>
  );
}
