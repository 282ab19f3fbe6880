import { useCallback, useMemo } from "react";
import { useQuery } from "../api/use-query";
import type { ViewProps } from "../app";
import { type NodeKind, Reading as ReadingOperation, type ReadingQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import "../overview/document-card.css";
import { href, useRoute } from "../route";
import { Answer } from "../ui/answer";
import { Link } from "../ui/link";
import { Empty } from "../ui/states";
import { overlaps, type Range } from "./code-points";
import { FactPanel } from "./fact-panel";
import { MarkFilter } from "./mark-filter";
import { marksOf, type Piece } from "./marks";
import { type Chapter, chaptersOf, Outline } from "./outline";
import "./reader.css";
import { TextColumn } from "./text-column";

type Document = Extract<NonNullable<ReadingQuery["node"]>, { __typename: "Document" }>;

/** A document's text with everything that was found in it, in its place. */
export default function Reader({ rest: id }: ViewProps) {
  const query = useQuery(ReadingOperation, { id });
  const { t } = useLanguage();
  return (
    <Answer query={query}>
      {({ node, subgraph }) => {
        if (node?.__typename !== "Document") {
          return <Empty title={t("state.notFound.node")}>{t("state.notFound.hint")}</Empty>;
        }
        if (!node.loaded) return <Stub document={node} />;
        return <Texts document={node} facts={subgraph} />;
      }}
    </Answer>
  );
}

function Stub({ document }: { document: Document }) {
  const { t } = useLanguage();
  return (
    <div className="page">
      <h1 className="page__title">{document.title}</h1>
      <Empty title={t("reader.none")}>
        <p>{t("reader.citedBy")}</p>
        <ul>
          {document.citedBy.map(({ from }) => (
            <li key={from.id}>
              <NodeLink id={from.id} kind="DOCUMENT">
                {from.title}
              </NodeLink>
            </li>
          ))}
        </ul>
      </Empty>
    </div>
  );
}

/** The place that the URL names: at=120-140. */
function placeOf(at: string | null): Range | undefined {
  const [, start, end] = at?.match(/^(\d+)-(\d+)$/) ?? [];
  return start && end ? { start: Number(start), end: Number(end) } : undefined;
}

interface TextsProps {
  readonly document: Document;
  readonly facts: ReadingQuery["subgraph"];
}

function Texts({ document, facts }: TextsProps) {
  const { params, setParams } = useRoute();
  const { t } = useLanguage();
  const { expressions } = document;
  const main =
    expressions.find(({ fileName }) => fileName === params.get("text")) ?? expressions[0];
  const both = params.get("both") === "1" && expressions.length > 1;
  const at = params.get("at");
  const here = useMemo(() => placeOf(at), [at]);
  const node = params.get("fact") ?? undefined;
  const hide = params.get("hide") ?? "";
  const hidden = useMemo(() => new Set(hide.split(",") as NodeKind[]), [hide]);
  const texts = useMemo(
    () =>
      expressions.map((expression) => ({
        ...expression,
        marks: marksOf(facts, expression.fileName),
        chapters: chaptersOf(document, expression.fileName),
      })),
    [document, expressions, facts],
  );
  const shown = texts.filter((text) => both || text.fileName === main?.fileName);
  const [first] = shown;
  const openTask = useCallback(
    (task: string) => setParams({ fact: task, at: undefined }),
    [setParams],
  );
  const openMark = useCallback(
    (fileName: string, piece: Piece) => {
      const [mark] = piece.marks;
      if (mark) setParams({ text: fileName, at: `${mark.start}-${mark.end}`, fact: mark.node });
    },
    [setParams],
  );
  if (!main || !first) return <Empty title={t("reader.none")} />;

  const toggle = (kind: NodeKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setParams({ hide: [...next].filter(Boolean).join(",") }, { replace: true });
  };
  const openChapter = (chapter: Chapter) => {
    for (const row of window.document.querySelectorAll(`[data-path="${chapter.path}"]`)) {
      row.scrollIntoView({ block: "start" });
    }
  };
  const statedHere = here
    ? (texts.find(({ fileName }) => fileName === main.fileName)?.marks ?? []).filter((mark) =>
        overlaps(mark, here),
      )
    : [];
  return (
    <div className={`reader${both ? " reader--both" : ""}${node ? " reader--open" : ""}`}>
      <aside className="reader__side">
        <details className="reader__outline" open={matchMedia("(min-width: 64rem)").matches}>
          <summary>{t("reader.outline")}</summary>
          <Outline chapters={first.chapters} onOpen={openChapter} />
        </details>
      </aside>
      <div className="reader__main">
        <header className="reader__head">
          <p className="document__region">{document.region.name}</p>
          <h1 className="reader__title">{document.title}</h1>
          <p className="document__facts">
            {[document.number, document.issued, main.repaired && t("fact.repaired")]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <TextSwitch document={document} current={main.fileName} both={both} />
          <MarkFilter marks={first.marks} hidden={hidden} onToggle={toggle} />
        </header>
        <div className="reader__texts">
          {shown.map((text) => (
            <section key={text.fileName} aria-label={t(`script.${text.script}`)}>
              {both && <h2 className="reader__script">{t(`script.${text.script}`)}</h2>}
              <ShownText
                text={text}
                hidden={hidden}
                here={text.fileName === main.fileName ? here : undefined}
                node={node}
                onMark={openMark}
                onTask={openTask}
              />
            </section>
          ))}
        </div>
      </div>
      {node && (
        <aside className="reader__panel" aria-label={t("reader.factsHere")}>
          <FactPanel
            node={node}
            here={statedHere}
            onOpen={(next) => setParams({ fact: next })}
            onClose={() => setParams({ fact: undefined, at: undefined })}
          />
        </aside>
      )}
    </div>
  );
}

interface ShownTextProps {
  readonly text: Document["expressions"][number] & {
    readonly marks: ReturnType<typeof marksOf>;
    readonly chapters: readonly Chapter[];
  };
  readonly hidden: ReadonlySet<NodeKind>;
  readonly here?: Range;
  readonly node?: string;
  readonly onMark: (fileName: string, piece: Piece) => void;
  readonly onTask: (task: string) => void;
}

function ShownText({ text, hidden, here, node, onMark, onTask }: ShownTextProps) {
  const { fileName } = text;
  const marks = useMemo(
    () => text.marks.filter(({ kind }) => !hidden.has(kind)),
    [text.marks, hidden],
  );
  const open = useCallback((piece: Piece) => onMark(fileName, piece), [fileName, onMark]);
  return (
    <TextColumn
      text={text.text}
      lang={text.script === "HANT" ? "zh-Hant" : "zh-Hans"}
      marks={marks}
      chapters={text.chapters}
      here={here}
      node={node}
      onMark={open}
      onTask={onTask}
    />
  );
}

interface TextSwitchProps {
  readonly document: Document;
  readonly current: string;
  readonly both: boolean;
}

function TextSwitch({ document, current, both }: TextSwitchProps) {
  const { t } = useLanguage();
  if (document.expressions.length < 2) return null;
  const path = `/documents/${document.id}`;
  return (
    <nav className="reader__switch" aria-label={t("fact.texts")}>
      {document.expressions.map(({ fileName, script }) => (
        <Link
          key={fileName}
          className="button"
          href={href(path, { text: fileName })}
          aria-current={!both && fileName === current ? "true" : undefined}
        >
          {t(`script.${script}`)}
        </Link>
      ))}
      <Link
        className="button"
        href={href(path, { both: "1" })}
        aria-current={both ? "true" : undefined}
      >
        {t("reader.both")}
      </Link>
    </nav>
  );
}
