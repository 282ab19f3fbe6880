import { useQuery } from "../api/use-query";
import { SearchBox } from "../explore/search-box";
import { Overview as OverviewOperation, type OverviewQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { href, navigate } from "../route";
import { Answer } from "../ui/answer";
import { Link } from "../ui/link";
import { Empty } from "../ui/states";
import { DocumentCard } from "./document-card";
import { More } from "./more";
import "./overview.css";

/** The first view: what the graph holds, and the questions that lead into it. */
export default function Overview() {
  const query = useQuery(OverviewOperation, {});
  const { t } = useLanguage();
  return (
    <div className="page overview">
      <h1 className="page__title">{t("overview.title")}</h1>
      <p className="overview__lead">{t("overview.lead")}</p>
      <SearchBox onChoose={(node) => navigate(href(`/nodes/${node}`))} />
      <Answer query={query}>
        {({ stats, documents }) => (
          <>
            <Figures stats={stats} />
            <Questions documents={documents.nodes} />
            <section>
              <h2 className="overview__heading">{t("overview.documents")}</h2>
              {documents.nodes.length === 0 && <Empty title={t("table.empty")} />}
              <div className="documents">
                {documents.nodes.map((document) => (
                  <DocumentCard key={document.id} document={document} />
                ))}
              </div>
              <More shown={documents.nodes.length} total={documents.totalCount} />
            </section>
          </>
        )}
      </Answer>
    </div>
  );
}

const figures = [
  ["documents", "/documents"],
  ["tasks", "/tables/tasks"],
  ["departments", "/tables/departments"],
  ["targets", "/tables/targets"],
  ["standardsBodies", "/tables/bodies"],
  ["edges", "/graph"],
] as const;

function Figures({ stats }: { stats: OverviewQuery["stats"] }) {
  const { t } = useLanguage();
  return (
    <ul className="figures" aria-label={t("overview.holds")}>
      {figures.map(([name, path]) => (
        <li key={name}>
          <Link className="figures__link" href={href(path)}>
            <b className="figures__number">{stats[name].toLocaleString("en-US")}</b>
            {t(`stat.${name}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Questions({ documents }: { documents: OverviewQuery["documents"]["nodes"] }) {
  const { t } = useLanguage();
  const regions = new Map(documents.map(({ region }) => [region.code, region.name]));
  const [a, b] = cities(regions);
  const [first] = documents;
  return (
    <section>
      <h2 className="overview__heading">{t("overview.ask")}</h2>
      <ul className="questions">
        {a && b && (
          <Question
            path={href("/compare", { regions: `${a[0]},${b[0]}` })}
            title={t("overview.pairs", { a: a[1], b: b[1] })}
            hint={t("overview.pairs.hint")}
          />
        )}
        {a && b && (
          <Question
            path={href("/compare", {
              regions: [...regions.keys()].slice(0, 8).join(","),
              view: "targets",
            })}
            title={t("overview.targets")}
            hint={t("overview.targets.hint")}
          />
        )}
        {first && (
          <Question
            path={href("/graph", { document: first.id })}
            title={t("overview.graph")}
            hint={t("overview.graph.hint")}
          />
        )}
      </ul>
    </section>
  );
}

/** The regions to compare first: cities before provinces, whose codes end in 0000. */
function cities(regions: Map<string, string>): [code: string, name: string][] {
  return [...regions].sort(([a], [b]) => Number(a.endsWith("0000")) - Number(b.endsWith("0000")));
}

function Question({ path, title, hint }: { path: string; title: string; hint: string }) {
  return (
    <li>
      <Link className="card question" href={path}>
        <span className="question__title">{title}</span>
        <span className="question__hint">{hint}</span>
      </Link>
    </li>
  );
}
