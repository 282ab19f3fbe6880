import { ask } from "../api/client";
import { useLoad } from "../api/use-query";
import { TargetRows, type TargetRowsQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { useRoute } from "../route";
import { loadAll } from "../tables/pages";
import { Answer } from "../ui/answer";
import { formatAim } from "../ui/format";
import { Empty } from "../ui/states";
import { Chart } from "./chart";
import { Comparable } from "./comparable";
import type { RegionChoice } from "./regions";

/** The most targets that are loaded; a chart of more tells nothing. */
const most = 2000;

type Target = TargetRowsQuery["targets"]["nodes"][number];

/** The figures that the regions set, over the years and side by side. */
export function Targets({ regions }: { regions: readonly RegionChoice[] }) {
  const { t } = useLanguage();
  const codes = regions.map(({ code }) => code);
  const query = useLoad(`targets ${codes.join()}`, (signal) =>
    loadAll(async (args) => {
      const filter = { regions: codes, includeDescendants: false };
      return (await ask(TargetRows, { filter, ...args }, signal)).targets;
    }, most),
  );
  return (
    <Answer query={query}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Empty title={t("table.empty")} />
        ) : (
          <>
            {rows.length < total && (
              <p role="status">{t("compare.cut", { shown: rows.length, total })}</p>
            )}
            <TargetView targets={rows} regions={regions} />
          </>
        )
      }
    </Answer>
  );
}

interface TargetViewProps {
  readonly targets: readonly Target[];
  readonly regions: readonly RegionChoice[];
}

/** The units of the targets, those of the most regions and targets first. */
function unitsOf(targets: readonly Target[]): string[] {
  const units = new Map<string, Target[]>();
  for (const target of targets) units.set(target.unit, [...(units.get(target.unit) ?? []), target]);
  const weight = (unit: string) => {
    const of = units.get(unit) ?? [];
    return 1000 * new Set(of.map(({ region }) => region.code)).size + of.length;
  };
  return [...units.keys()].sort((a, b) => weight(b) - weight(a));
}

function TargetView({ targets, regions }: TargetViewProps) {
  const { t } = useLanguage();
  const { params, setParams } = useRoute();
  const units = unitsOf(targets);
  const unit = units.find((each) => each === params.get("unit")) ?? units[0] ?? "";
  const shown = targets.filter((target) => target.unit === unit);
  return (
    <>
      <Comparable regions={regions} />
      <fieldset className="units">
        <legend className="visually-hidden">{t("fact.unit")}</legend>
        {units.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === unit}
            onClick={() => setParams({ unit: each }, { replace: true })}
          >
            {each || "—"} {targets.filter((target) => target.unit === each).length}
          </button>
        ))}
      </fieldset>
      <Chart targets={shown} regions={regions} unit={unit} />
      <div className="columns">
        {regions.map(({ code, name }) => (
          <RegionTargets
            key={code}
            name={name}
            targets={shown.filter((target) => target.region.code === code)}
          />
        ))}
      </div>
    </>
  );
}

function RegionTargets({ name, targets }: { name: string; targets: readonly Target[] }) {
  const { t } = useLanguage();
  return (
    <section className="card region-targets">
      <h2 className="region-targets__name">{name}</h2>
      {targets.length === 0 && <p className="topics__none">{t("compare.noTasks")}</p>}
      <ul>
        {targets.map((target) => (
          <li key={target.id} className="region-targets__item">
            <NodeLink id={target.id} kind="TARGET">
              {target.metric}
            </NodeLink>
            <span>
              <strong>{formatAim(target)}</strong>{" "}
              {target.deadline ? t("fact.year", { n: target.deadline }) : t("compare.noYear")}{" "}
              {target.basis && <span className="tag">{t(`basis.${target.basis}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
