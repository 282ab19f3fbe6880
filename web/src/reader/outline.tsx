import type { ReadingQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";

type Document = Extract<NonNullable<ReadingQuery["node"]>, { __typename: "Document" }>;

/** A document's outline element with its place in one text. */
export interface Chapter {
  readonly path: string;
  readonly depth: number;
  readonly title: string;
  readonly task?: string;
  readonly start: number;
}

/** The outline as it stands in one text. Elements that the text does not have are left out. */
export function chaptersOf(document: Document, fileName: string): Chapter[] {
  return document.sections.flatMap((section) => {
    const place = section.evidence.find(({ expression }) => expression.fileName === fileName);
    if (!place) return [];
    const title = `${section.label}${section.heading ?? ""}`;
    const { path, depth } = section;
    return [{ path, depth, title, task: section.task?.id, start: place.start }];
  });
}

interface OutlineProps {
  readonly chapters: readonly Chapter[];
  readonly onOpen: (chapter: Chapter) => void;
}

/** The outline, to go to an element of it. */
export function Outline({ chapters, onOpen }: OutlineProps) {
  const { t } = useLanguage();
  return (
    <nav className="outline" aria-label={t("reader.outline")}>
      <ul>
        {chapters.map((chapter) => (
          <li key={chapter.path} className={`outline__item outline__item--${chapter.depth}`}>
            <button type="button" className="outline__link" onClick={() => onOpen(chapter)}>
              {chapter.title || chapter.path}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
