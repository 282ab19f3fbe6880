import { useCallback, useState } from "react";
import type { TargetRowsQuery } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { href } from "../route";
import { formatAim, formatNumber } from "../ui/format";
import { Link } from "../ui/link";
import { type RegionChoice, regionColors } from "./regions";

type Target = TargetRowsQuery["targets"]["nodes"][number];

const height = 320;
const margin = { left: 56, right: 16, top: 16, bottom: 36 } as const;

/** How much room the name of a year takes. */
const yearWidth = 44;

interface ChartProps {
  readonly targets: readonly Target[];
  readonly regions: readonly RegionChoice[];
  readonly unit: string;
}

/** Targets of one unit over the years by which they are to be reached, on a logarithmic scale. */
export function Chart({ targets, regions, unit }: ChartProps) {
  const { t } = useLanguage();
  const [figure, width] = useWidth();
  const dated = targets.filter((target) => target.deadline && target.value > 0);
  if (dated.length === 0) return null;
  const scale = scaleOf(dated, width);
  return (
    <figure className="chart card">
      <figcaption className="chart__title">
        {t("compare.chart")}
        <span>{t("compare.chart.unit", { unit })}</span>
        <Key regions={regions} />
      </figcaption>
      <div ref={figure}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{t("compare.chart")}</title>
          <Axes scale={scale} width={width} />
          {dated.map((target, i) => {
            const at = regions.findIndex(({ code }) => code === target.region.code);
            const same = dated.slice(0, i).filter((other) => other.deadline === target.deadline);
            const label = `${target.region.name} ${target.deadline}：${target.metric} ${formatAim(target)}`;
            return (
              <Link key={target.id} href={href(`/nodes/${target.id}`)} aria-label={label}>
                <Point
                  form={at}
                  x={scale.x(target.deadline ?? 0) + scale.shift(same.length)}
                  y={scale.y(target.value)}
                  title={label}
                />
              </Link>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}

/** The width of an element, which a chart is drawn in so that its words keep their size. */
function useWidth(): [ref: (element: HTMLElement | null) => void, width: number] {
  const [width, setWidth] = useState(720);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, width];
}

/** Where years and values lie in the chart. */
interface Scale {
  readonly years: readonly number[];
  readonly ticks: readonly number[];
  readonly column: number;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  /** How far the nth target of a year stands beside its middle, so that equal ones are seen. */
  readonly shift: (n: number) => number;
}

function scaleOf(dated: readonly Target[], width: number): Scale {
  const years = range(dated.map(({ deadline }) => deadline ?? 0));
  const [low, high] = decades(dated.map(({ value }) => value));
  const column = (width - margin.left - margin.right) / years.length;
  return {
    years,
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
    column,
    x: (year) => margin.left + (year - (years[0] ?? 0) + 0.5) * column,
    y: (value) => {
      const share = (Math.log10(value) - low) / Math.max(1, high - low);
      return height - margin.bottom - share * (height - margin.top - margin.bottom);
    },
    shift: (n) => (((n * 7) % 11) / 11 - 0.5) * Math.min(column * 0.6, 90),
  };
}

function Axes({ scale, width }: { scale: Scale; width: number }) {
  const { years, ticks, column, x, y } = scale;
  const step = Math.ceil(yearWidth / column);
  const last = years.length - 1;
  return (
    <g className="chart__axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {years
        .filter((_, i) => (last - i) % step === 0)
        .map((year) => (
          <text key={year} x={x(year)} y={height - 12} textAnchor="middle">
            {year}
          </text>
        ))}
    </g>
  );
}

function Key({ regions }: { regions: readonly RegionChoice[] }) {
  return (
    <span className="chart__key">
      {regions.map(({ code, name }, i) => (
        <span key={code}>
          <svg viewBox="-7 -7 14 14" aria-hidden="true">
            <Point form={i} x={0} y={0} />
          </svg>
          {name}
        </span>
      ))}
    </span>
  );
}

/** The outlines of the regions' symbols within 6 units of the middle. */
const outlines = [
  "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
  "M-4.5-4.5H4.5V4.5H-4.5Z",
  "M0-6L6 0L0 6L-6 0Z",
  "M0-6L5.5 4H-5.5Z",
  "M0 6L5.5-4H-5.5Z",
  "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
  "M0-6L5.2-3V3L0 6L-5.2 3V-3Z",
  "M-6-2.5H6V2.5H-6Z",
];

function Point({ form, x, y, title }: { form: number; x: number; y: number; title?: string }) {
  return (
    <path
      className="chart__symbol"
      d={outlines[form % outlines.length]}
      transform={`translate(${x} ${y})`}
      fill={regionColors[form % regionColors.length]}
    >
      {title && <title>{title}</title>}
    </path>
  );
}

function range(years: readonly number[]): number[] {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** The powers of ten that enclose the values. */
function decades(values: readonly number[]): [low: number, high: number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}
