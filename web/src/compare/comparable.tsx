import { useQuery } from "../api/use-query";
import { ComparableTargets } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { NodeLink } from "../nodes/node-link";
import { formatAim } from "../ui/format";
import type { RegionChoice } from "./regions";

/** Targets of several regions that measure the same thing, a row for each measure. */
export function Comparable({ regions }: { regions: readonly RegionChoice[] }) {
  const { t } = useLanguage();
  const { data } = useQuery(ComparableTargets, { regions: regions.map(({ code }) => code) });
  const rows = data?.compareRegions.targets ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="table-scroll card">
      <table className="table comparable">
        <caption className="comparable__title">{t("compare.comparable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fact.metric")}</th>
            {regions.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.targets.map(({ id }) => id).join()}>
              <th scope="row" className="table__wide">
                {row.metric}
              </th>
              {regions.map(({ code }) => (
                <td key={code} className="table__wide">
                  <ul>
                    {row.targets
                      .filter((target) => target.region.code === code)
                      .map((target) => (
                        <li key={target.id}>
                          <NodeLink id={target.id} kind="TARGET">
                            {target.metric} <strong>{formatAim(target)}</strong>{" "}
                            {target.deadline && t("fact.year", { n: target.deadline })}
                          </NodeLink>
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
