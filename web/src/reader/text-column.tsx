import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from "react";
import { useLanguage } from "../i18n/language";
import { kindStyle } from "../ui/kinds";
import { CodePoints, overlaps, type Range } from "./code-points";
import { type Mark, type Piece, piecesOf } from "./marks";
import type { Chapter } from "./outline";

interface TextColumnProps {
  readonly text: string;
  readonly lang: string;
  readonly marks: readonly Mark[];
  readonly chapters: readonly Chapter[];
  /** The stretch that the reader came for; it is shown and scrolled to. */
  readonly here?: Range;
  /** The node that is open: what else states it is shown too. */
  readonly node?: string;
  readonly onMark: (piece: Piece) => void;
  readonly onTask: (task: string) => void;
}

/** A text as it stands in its file, with what it states marked. */
export const TextColumn = memo(function TextColumn(props: TextColumnProps) {
  const { text, lang, marks, chapters, here, node, onMark, onTask } = props;
  const points = useMemo(() => new CodePoints(text), [text]);
  const paragraphs = useMemo(() => points.paragraphs(), [points]);
  const column = useRef<HTMLDivElement>(null);
  const place = here && `${here.start}-${here.end}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another place is asked for
  useEffect(() => {
    // On a narrow screen the facts cover the lower half.
    const block = matchMedia("(max-width: 64rem)").matches ? "start" : "center";
    column.current?.querySelector(".is-here")?.scrollIntoView({ block });
  }, [place, text]);

  return (
    <div className="text" lang={lang} ref={column}>
      {paragraphs.map((range) => (
        <Paragraph
          key={range.start}
          range={range}
          points={points}
          marks={marks}
          chapter={chapters.find(({ start }) => start >= range.start && start < range.end)}
          here={here && overlaps(here, range) ? here : undefined}
          node={node}
          onMark={onMark}
          onTask={onTask}
        />
      ))}
    </div>
  );
});

interface ParagraphProps
  extends Pick<TextColumnProps, "marks" | "here" | "node" | "onMark" | "onTask"> {
  readonly range: Range;
  readonly points: CodePoints;
  readonly chapter?: Chapter;
}

function Paragraph({ range, points, marks, chapter, here, node, onMark, onTask }: ParagraphProps) {
  const { t } = useLanguage();
  const cuts = here ? [here.start, here.end] : [];
  const pieces = piecesOf(range, marks).flatMap((piece) => splitAt(piece, cuts));
  const { task } = chapter ?? {};
  const isHeading = chapter && range.end - chapter.start <= chapter.title.length + 1;
  return (
    <div className="text__row" data-path={chapter?.path}>
      <div className="text__gutter">
        {chapter &&
          (task ? (
            <button
              type="button"
              className="text__path text__path--task"
              title={t("kind.TASK")}
              style={kindStyle("TASK")}
              onClick={() => onTask(task)}
            >
              {chapter.path}
            </button>
          ) : (
            <span className="text__path">{chapter.path}</span>
          ))}
      </div>
      <p className={`text__paragraph${isHeading ? ` text__heading--${chapter.depth}` : ""}`}>
        {pieces.map((piece) => (
          <Stretch
            key={piece.start}
            piece={piece}
            content={points.slice(piece.start, piece.end)}
            isHere={here !== undefined && overlaps(here, piece)}
            isActive={piece.marks.some((mark) => mark.node === node)}
            onMark={onMark}
          />
        ))}
      </p>
    </div>
  );
}

function splitAt(piece: Piece, cuts: readonly number[]): Piece[] {
  const places = [...cuts.filter((cut) => cut > piece.start && cut < piece.end), piece.end];
  let start = piece.start;
  return places.map((end) => {
    const part = { ...piece, start, end };
    start = end;
    return part;
  });
}

interface StretchProps {
  readonly piece: Piece;
  readonly content: string;
  readonly isHere: boolean;
  readonly isActive: boolean;
  readonly onMark: (piece: Piece) => void;
}

function Stretch({ piece, content, isHere, isActive, onMark }: StretchProps) {
  const { t } = useLanguage();
  const [mark] = piece.marks;
  const className = [isHere && "is-here", isActive && "is-active"].filter(Boolean).join(" ");
  if (!mark) return className ? <mark className={`plain ${className}`}>{content}</mark> : content;
  const told = ({ kind, label, confidence }: Mark) => {
    const level = t("confidence.tag", { level: t(`confidence.${confidence}`) });
    return `${t(`kind.${kind}`)}：${label}${confidence === "HIGH" ? "" : `（${level}）`}`;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onMark(piece);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot break across lines of text
    <span
      className={`fact ${className}`}
      role="button"
      tabIndex={0}
      data-kind={mark.kind}
      style={kindStyle(mark.kind)}
      data-confidence={mark.confidence}
      title={piece.marks.map(told).join("\n")}
      onClick={() => onMark(piece)}
      onKeyDown={press}
    >
      {content}
    </span>
  );
}
