import { useLanguage } from "../i18n/language";
import { useRoute } from "../route";
import type { PagePlace } from "./pages";

/** How many rows a page shows. */
export const pageSize = 50;

interface PagerProps {
  /** The number of the page, as the URL counts it. */
  readonly page: number;
  readonly total: number;
  readonly place: Partial<PagePlace>;
}

/** The ways to the pages before and after the one that is shown. */
export function Pager({ page, total, place }: PagerProps) {
  const { t } = useLanguage();
  const { setParams } = useRoute();
  const { startCursor, endCursor, hasPreviousPage, hasNextPage } = place;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const go = (to: number, cursor: { after?: string; before?: string }) => {
    setParams({
      page: to > 1 ? String(to) : undefined,
      after: undefined,
      before: undefined,
      ...cursor,
    });
    scrollTo(0, 0);
  };
  const back = () => (page > 2 && startCursor ? go(page - 1, { before: startCursor }) : go(1, {}));
  return (
    <nav className="pager" aria-label={t("table.pages")}>
      <button
        type="button"
        className="button"
        disabled={!hasPreviousPage}
        onClick={() => go(1, {})}
      >
        {t("table.first")}
      </button>
      <button type="button" className="button" disabled={!hasPreviousPage} onClick={back}>
        {t("table.previous")}
      </button>
      <span aria-live="polite">{t("table.page", { page: Math.min(page, pages), pages })}</span>
      <button
        type="button"
        className="button"
        disabled={!hasNextPage || !endCursor}
        onClick={() => endCursor && go(page + 1, { after: endCursor })}
      >
        {t("table.next")}
      </button>
    </nav>
  );
}
