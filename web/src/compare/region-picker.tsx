import { useLanguage } from "../i18n/language";
import { type RegionChoice, regionCount } from "./regions";

interface RegionPickerProps {
  readonly choices: readonly RegionChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Chooses the regions to compare, in the order of the columns. */
export function RegionPicker({ choices, chosen, onChange }: RegionPickerProps) {
  const { t } = useLanguage();
  const open = choices.filter(
    ({ code, documents }) => documents.totalCount > 0 && !chosen.includes(code),
  );
  const nameOf = (code: string) => choices.find((choice) => choice.code === code)?.name ?? code;
  return (
    <fieldset className="region-picker">
      <legend className="visually-hidden">{t("compare.regions")}</legend>
      {chosen.map((code) => (
        <button
          key={code}
          type="button"
          className="button"
          title={t("compare.remove", { region: nameOf(code) })}
          onClick={() => onChange(chosen.filter((other) => other !== code))}
        >
          {nameOf(code)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {chosen.length < regionCount.most && open.length > 0 && (
        <select
          className="input"
          aria-label={t("compare.add")}
          value=""
          onChange={(event) => onChange([...chosen, event.target.value])}
        >
          <option value="">{t("compare.add")}</option>
          {open.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
