import type { ApiError } from "../api/client";
import type { NodeKind } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { type MessageKey, messages } from "../i18n/messages";
import { href } from "../route";
import { KindShape } from "../ui/kinds";
import { Link } from "../ui/link";
import { type Loaded, largestMegabytes } from "./document-file";
import { plain } from "./plain";
import type { Job } from "./use-jobs";

/** A file that was given to the page: how far it has come, or what became of it. */
export function JobCard({ job, onRetry }: { job: Job; onRetry: () => void }) {
  const { t } = useLanguage();
  return (
    <li className="card job">
      <p className="job__file">{job.file.name}</p>
      {job.error ? (
        <Failure error={job.error} fileName={job.file.name} onRetry={onRetry} />
      ) : job.loaded ? (
        <Summary loaded={job.loaded} fileName={job.file.name} />
      ) : (
        <p role="status">{t(`load.${job.step}` as MessageKey)}</p>
      )}
    </li>
  );
}

function reason({ code, failure }: ApiError): MessageKey {
  const keys = [`load.error.${code}`, `load.error.${failure}`];
  return (keys.find((key) => key in messages) ?? "load.error.other") as MessageKey;
}

/** What the server says of a file, without the steps that led to it and the file's name. */
function detail({ message }: ApiError, fileName: string): string {
  return message.split(`${fileName}: `).at(-1) ?? message;
}

interface FailureProps {
  readonly error: ApiError;
  readonly fileName: string;
  readonly onRetry: () => void;
}

/** Failures that another try with the same file cannot mend. */
const lasting: readonly string[] = ["load.error.TOO_LARGE", "load.error.BAD_USER_INPUT"];

function Failure({ error, fileName, onRetry }: FailureProps) {
  const { t, language } = useLanguage();
  const key = reason(error);
  const isDetailed = key === "load.error.BAD_USER_INPUT" || key === "load.error.other";
  const said = plain(detail(error, fileName), language);
  return (
    <div className="job__failure" role="alert">
      <p className="job__state">{t("load.failed")}</p>
      <p>{t(key, { n: largestMegabytes })}</p>
      {isDetailed && (
        <p className="job__detail" lang={said.lang}>
          {said.text}
        </p>
      )}
      {!lasting.includes(key) && (
        <p>
          <button type="button" className="button" onClick={onRetry}>
            {t("state.retry")}
          </button>
        </p>
      )}
    </div>
  );
}

function Summary({ loaded, fileName }: { loaded: Loaded; fileName: string }) {
  const { t } = useLanguage();
  const { document, unchanged, tasks, doubts } = loaded;
  const text = unchanged ? undefined : fileName;
  return (
    <div className="job__summary" role="status">
      <p className="job__state">{t(unchanged ? "load.unchanged" : "load.done")}</p>
      <h3 className="job__title">{document.title}</h3>
      {document.number && <p className="job__number">{document.number}</p>}
      {!unchanged && <Counts loaded={loaded} />}
      {!unchanged && tasks === 0 && <p>{t("load.noTasks")}</p>}
      {doubts.length > 0 && <Doubts doubts={doubts} />}
      <p className="job__links">
        <Link className="button button--primary" href={href(`/documents/${document.id}`, { text })}>
          {t("load.read")}
        </Link>
        <Link className="button" href={href("/graph", { document: document.id })}>
          {t("fact.showInGraph")}
        </Link>
      </p>
    </div>
  );
}

const counted: readonly (readonly [
  field: "sections" | "tasks" | "units" | "targets" | "citations",
  kind: NodeKind,
  label: MessageKey,
])[] = [
  ["sections", "SECTION", "kind.SECTION"],
  ["tasks", "TASK", "kind.TASK"],
  ["units", "DEPARTMENT", "load.units"],
  ["targets", "TARGET", "kind.TARGET"],
  ["citations", "DOCUMENT", "load.citations"],
];

function Counts({ loaded }: { loaded: Loaded }) {
  const { t } = useLanguage();
  return (
    <ul className="found">
      {counted.map(([field, kind, label]) => (
        <li key={field} data-count={field}>
          <b className="found__number">{loaded[field]}</b>
          <span className="mark">
            <KindShape kind={kind} /> {t(label)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Doubts({ doubts }: { doubts: readonly string[] }) {
  const { t, language } = useLanguage();
  return (
    <div>
      <h4 className="job__heading">{t("load.doubts")}</h4>
      <ul className="job__doubts">
        {doubts.map((doubt) => {
          const { text, lang } = plain(doubt, language);
          return (
            <li key={doubt} lang={lang}>
              {text}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
