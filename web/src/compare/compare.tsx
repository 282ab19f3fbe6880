import { useQuery } from "../api/use-query";
import { RegionChoices } from "../generated/api";
import { useLanguage } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";
import { href, useRoute } from "../route";
import { Answer } from "../ui/answer";
import { Link } from "../ui/link";
import { Empty } from "../ui/states";
import "../nodes/nodes.css";
import "../overview/document-card.css";
import "../tables/tables.css";
import "./compare.css";
import { Matrix } from "./matrix";
import { RegionPicker } from "./region-picker";
import { type RegionChoice, regionCount } from "./regions";
import { SharedTasks } from "./shared-tasks";
import { Targets } from "./targets";
import { Topics } from "./topics";

const views = ["matrix", "shared", "topics", "targets"] as const;

type View = (typeof views)[number];

const names: Readonly<Record<View, MessageKey>> = {
  matrix: "compare.matrix",
  shared: "compare.shared",
  topics: "compare.topics",
  targets: "compare.targets",
};

/** The regions that the URL names, or the first two cities with documents. */
function chosenOf(params: URLSearchParams, choices: readonly RegionChoice[]): RegionChoice[] {
  const codes = params.get("regions");
  if (codes !== null) {
    return codes.split(",").flatMap((code) => choices.find((choice) => choice.code === code) ?? []);
  }
  const loaded = choices.filter(({ documents }) => documents.totalCount > 0);
  const cities = loaded.filter(({ code }) => !code.endsWith("0000"));
  return (cities.length >= regionCount.least ? cities : loaded).slice(0, regionCount.least);
}

/** Regions side by side: who works together, on what, and towards which figures. */
export default function Compare() {
  const { t } = useLanguage();
  const { params, setParams } = useRoute();
  const query = useQuery(RegionChoices, {});
  const view = views.find((each) => each === params.get("view")) ?? "matrix";
  return (
    <div className="page page--wide compare">
      <h1 className="page__title">{t("nav.compare")}</h1>
      <Answer query={query}>
        {({ regions }) => {
          const chosen = chosenOf(params, regions);
          const codes = chosen.map(({ code }) => code);
          return (
            <>
              <RegionPicker
                choices={regions}
                chosen={codes}
                onChange={(next) => setParams({ regions: next.join(",") || "-", pair: undefined })}
              />
              <nav className="tabs" aria-label={t("nav.compare")}>
                {views.map((each) => (
                  <Link
                    key={each}
                    className="tabs__tab"
                    href={href("/compare", { regions: codes.join(","), view: each })}
                    aria-current={each === view ? "page" : undefined}
                  >
                    {t(names[each])}
                  </Link>
                ))}
              </nav>
              {chosen.length < regionCount.least ? (
                <Empty title={t(chosen.length === 0 ? "compare.choose" : "compare.few")} />
              ) : (
                <Shown key={`${view} ${codes.join()}`} view={view} regions={chosen} />
              )}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function Shown({ view, regions }: { view: View; regions: readonly RegionChoice[] }) {
  if (view === "topics") return <Topics regions={regions} />;
  if (view === "targets") return <Targets regions={regions} />;
  const codes = regions.map(({ code }) => code);
  return view === "shared" ? <SharedTasks regions={codes} /> : <Matrix regions={codes} />;
}
