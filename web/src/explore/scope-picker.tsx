import { useQuery } from "../api/use-query";
import { ScopeChoices } from "../generated/api";
import { useLanguage } from "../i18n/language";
import type { ViewActions, ViewState } from "./view-state";

interface ScopePickerProps {
  readonly state: ViewState;
  readonly label?: string;
  readonly onScope: ViewActions["setScope"];
}

/** Chooses what the first picture is drawn of: everything, or one document. */
export function ScopePicker({ state, label, onScope }: ScopePickerProps) {
  const { t } = useLanguage();
  const { data } = useQuery(ScopeChoices, {});
  const value = state.document ?? (state.around ? "around" : state.region ? "region" : "");
  const change = (next: string) => {
    if (next === "around" || next === "region") return;
    onScope(next ? { document: next } : {});
  };
  return (
    <select
      className="input scope"
      aria-label={t("graph.scope")}
      value={value}
      onChange={(event) => change(event.target.value)}
    >
      <option value="">{t("graph.scope.all")}</option>
      {(value === "around" || value === "region") && (
        <option value={value}>{label ?? t("graph.scope")}</option>
      )}
      {data?.documents.nodes.map((document) => (
        <option key={document.id} value={document.id}>
          {document.region.name}：{document.title}
        </option>
      ))}
    </select>
  );
}
