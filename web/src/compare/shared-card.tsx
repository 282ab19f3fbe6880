import { useState } from "react";
import { useLanguage, useNameOf } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { placeOf } from "../ui/evidence";
import { KindShape } from "../ui/kinds";
import { Link } from "../ui/link";
import type { Shared } from "./shared-tasks";
import { cutAtTerms } from "./terms";

type Task = Shared["tasks"][number];

/** Words that tasks of the group have in common, as the alignments between them name them. */
function termsOf({ tasks }: Shared): string[] {
  const group = new Set(tasks.map(({ id }) => id));
  const terms = tasks.flatMap(({ alignedWith }) =>
    alignedWith.filter(({ task }) => group.has(task.id)).flatMap(({ sharedTerms }) => sharedTerms),
  );
  return [...new Set(terms)];
}

/** Tasks about the same matter side by side: their texts, units, and what they have in common. */
export function SharedCard({ shared }: { shared: Shared }) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const [whole, setWhole] = useState(false);
  const terms = termsOf(shared);
  const duties = new Set(shared.sharedFunctions.map(({ slug }) => slug));
  return (
    <article className="card shared-card">
      <header className="shared-card__head">
        <span className="tag">{t("shared.score", { n: Math.round(100 * shared.score) })}</span>
        {shared.sharedFunctions.map((duty) => (
          <NodeLink key={duty.id} id={duty.id} kind="FUNCTION" className="chip">
            {nameOf(duty)}
          </NodeLink>
        ))}
        {shared.topics.map((topic) => (
          <NodeLink key={topic.id} id={topic.id} kind="TOPIC" className="chip">
            {nameOf(topic)}
          </NodeLink>
        ))}
        <button
          type="button"
          className="button button--plain shared-card__toggle"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? "shared.less" : "shared.whole")}
        </button>
      </header>
      <div className={`columns shared-card__tasks${whole ? " is-whole" : ""}`}>
        {shared.tasks.map((task) => (
          <TaskText key={task.id} task={task} terms={terms} duties={duties} />
        ))}
      </div>
    </article>
  );
}

interface TaskTextProps {
  readonly task: Task;
  readonly terms: readonly string[];
  readonly duties: ReadonlySet<string>;
}

function TaskText({ task, terms, duties }: TaskTextProps) {
  const { t } = useLanguage();
  const [place] = task.evidence;
  const { document } = task;
  return (
    <section className="task-text">
      <h3 className="task-text__heading">
        <span className="document__region">{task.region.name}</span>
        <NodeLink id={task.id} kind="TASK">
          {task.path} {task.heading}
        </NodeLink>
      </h3>
      <p className="task-text__body">
        {cutAtTerms(task.text, terms).map((stretch) =>
          stretch.isTerm ? (
            <mark key={stretch.start} className="term">
              {stretch.text}
            </mark>
          ) : (
            stretch.text
          ),
        )}
      </p>
      <p className="task-text__units">
        {task.departments.map((unit) => {
          const common = unit.function && duties.has(unit.function.slug);
          return (
            <NodeLink key={unit.id} id={unit.id} className={`chip${common ? " chip--common" : ""}`}>
              <KindShape kind="DEPARTMENT" /> {unit.name}
            </NodeLink>
          );
        })}
        {place && (
          <Link href={placeOf({ ...place, expression: { ...place.expression, document } })}>
            {t("fact.readInPlace")}
          </Link>
        )}
      </p>
    </section>
  );
}
