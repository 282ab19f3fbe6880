import { useLoad } from "../api/use-query";
import { useLanguage } from "../i18n/language";
import { Answer } from "../ui/answer";
import { Empty } from "../ui/states";
import { refusal } from "./document-file";
import { DropZone } from "./drop-zone";
import { JobCard } from "./job-card";
import "./load.css";
import { useToken } from "./token";
import { isOver, useJobs } from "./use-jobs";

/** Where documents are given to the server, if it takes any, and what was found in them. */
export default function Load() {
  const { t } = useLanguage();
  const query = useLoad("load: whether the server takes documents", async () => {
    return (await refusal("")).code;
  });
  return (
    <div className="page load">
      <h1 className="page__title">{t("load.title")}</h1>
      <p className="load__lead">{t("load.lead")}</p>
      <Answer query={query}>
        {(code) =>
          code === "FORBIDDEN" ? (
            <Empty title={t("load.closed")}>
              <p>{t("load.closed.hint")}</p>
              <button type="button" className="button" onClick={query.reload}>
                {t("state.retry")}
              </button>
            </Empty>
          ) : (
            <Desk />
          )
        }
      </Answer>
    </div>
  );
}

/** The token, the place for files, and the files that were given. */
function Desk() {
  const { t } = useLanguage();
  const { token, entered, enter } = useToken();
  const { jobs, add, retry } = useJobs();
  const done = jobs.filter(isOver).length;
  return (
    <div className="load__desk">
      <div className="load__token">
        <label className="field">
          {t("load.token")}
          <input
            className="input"
            type="password"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="token-hint"
            value={entered}
            onChange={(event) => enter(event.target.value)}
          />
        </label>
        <p className="load__hint" id="token-hint">
          {t("load.token.hint")}
        </p>
      </div>
      <DropZone onFiles={(files) => add(files, token)} />
      <section>
        <h2 className="load__heading">{t("load.results")}</h2>
        {jobs.length === 0 && <p className="load__hint">{t("load.none")}</p>}
        {done < jobs.length && (
          <label className="load__progress">
            {t("load.progress", { done, total: jobs.length })}
            <progress max={jobs.length} value={done || undefined} />
          </label>
        )}
        <ul className="load__jobs">
          {jobs.map((job) => (
            <JobCard key={job.id} job={job} onRetry={() => retry(job, token)} />
          ))}
        </ul>
      </section>
    </div>
  );
}
