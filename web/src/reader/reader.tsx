import { type ReactNode, useCallback, useMemo } from "react";
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

/** What the URL says of the reading: which text, which place and fact, and what is not marked. */
function useReading({ expressions }: Document) {
  const { params } = useRoute();
  const at = params.get("at");
  const hide = params.get("hide") ?? "";
  const here = useMemo(() => placeOf(at), [at]);
  const hidden = useMemo(() => new Set(hide.split(",") as NodeKind[]), [hide]);
  return {
    main: expressions.find(({ fileName }) => fileName === params.get("text")) ?? expressions[0],
    both: params.get("both") === "1" && expressions.length > 1,
    node: params.get("fact") ?? undefined,
    here,
    hidden,
  };
}

interface TextsProps {
  readonly document: Document;
  readonly facts: ReadingQuery["subgraph"];
}

/** The texts of a document, each with its marks and outline. */
function useTexts(document: Document, facts: ReadingQuery["subgraph"]) {
  return useMemo(
    () =>
      document.expressions.map((expression) => ({
        ...expression,
        marks: marksOf(facts, expression.fileName),
        chapters: chaptersOf(document, expression.fileName),
      })),
    [document, facts],
  );
}

/** What can be opened in a text, and which kinds of mark are shown: all of it in the URL. */
function useActions(hidden: ReadonlySet<NodeKind>) {
  const { setParams } = useRoute();
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
  const toggle = (kind: NodeKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setParams({ hide: [...next].filter(Boolean).join(",") }, { replace: true });
  };
  return { openTask, openMark, toggle };
}

function Texts({ document, facts }: TextsProps) {
  const { t } = useLanguage();
  const { setParams } = useRoute();
  const { main, both, here, node, hidden } = useReading(document);
  const { openTask, openMark, toggle } = useActions(hidden);
  const texts = useTexts(document, facts);
  const shown = texts.filter((text) => both || text.fileName === main?.fileName);
  const [first] = shown;
  if (!main || !first) return <Empty title={t("reader.none")} />;

  const read = texts.find(({ fileName }) => fileName === main.fileName) ?? first;
  const statedHere = here ? read.marks.filter((mark) => overlaps(mark, here)) : [];
  return (
    <div className={`reader${both ? " reader--both" : ""}${node ? " reader--open" : ""}`}>
      <Side chapters={first.chapters} />
      <div className="reader__main">
        <Head document={document} current={main} both={both}>
          <MarkFilter marks={first.marks} hidden={hidden} onToggle={toggle} />
        </Head>
        <Columns
          texts={shown}
          both={both}
          main={main.fileName}
          hidden={hidden}
          here={here}
          node={node}
          onMark={openMark}
          onTask={openTask}
        />
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

/** Scrolls to an element of the outline, in every text that is shown. */
function openChapter({ path }: Chapter) {
  for (const row of window.document.querySelectorAll(`[data-path="${path}"]`)) {
    row.scrollIntoView({ block: "start" });
  }
}

interface HeadProps {
  readonly document: Document;
  readonly current: Document["expressions"][number];
  readonly both: boolean;
  readonly children: ReactNode;
}

function Head({ document, current, both, children }: HeadProps) {
  const { t } = useLanguage();
  const facts = [document.number, document.issued, current.repaired && t("fact.repaired")];
  return (
    <header className="reader__head">
      <p className="document__region">{document.region.name}</p>
      <h1 className="reader__title">{document.title}</h1>
      <p className="document__facts">{facts.filter(Boolean).join(" · ")}</p>
      <TextSwitch document={document} current={current.fileName} both={both} />
      {children}
    </header>
  );
}

function Side({ chapters }: { chapters: readonly Chapter[] }) {
  const { t } = useLanguage();
  return (
    <aside className="reader__side">
      <details className="reader__outline" open={matchMedia("(min-width: 64rem)").matches}>
        <summary>{t("reader.outline")}</summary>
        <Outline chapters={chapters} onOpen={openChapter} />
      </details>
    </aside>
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

interface ColumnsProps extends Omit<ShownTextProps, "text"> {
  readonly texts: readonly ShownTextProps["text"][];
  readonly both: boolean;
  /** The file whose place is asked for. */
  readonly main: string;
}

function Columns({ texts, both, main, here, ...rest }: ColumnsProps) {
  const { t } = useLanguage();
  return (
    <div className="reader__texts">
      {texts.map((text) => (
        <section key={text.fileName} aria-label={t(`script.${text.script}`)}>
          {both && <h2 className="reader__script">{t(`script.${text.script}`)}</h2>}
          <ShownText text={text} here={text.fileName === main ? here : undefined} {...rest} />
        </section>
      ))}
    </div>
  );
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
