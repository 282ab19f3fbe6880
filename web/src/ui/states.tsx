import type { ReactNode } from "react";
import type { ApiError } from "../api/client";
import { useLanguage } from "../i18n/language";

/** Stands where something is being loaded. */
export function Loading() {
  const { t } = useLanguage();
  return (
    <p className="note loading" role="status">
      {t("state.loading")}
    </p>
  );
}

/** Says in plain words why something could not be loaded, and offers to try again. */
export function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="note note--bad" role="alert">
      <p className="note__title">{t(`state.${error.failure}`)}</p>
      {error.failure === "network" ? (
        <p>{t("state.network.hint")}</p>
      ) : (
        <p className="note__detail">{error.message}</p>
      )}
      <button type="button" className="button" onClick={retry}>
        {t("state.retry")}
      </button>
    </div>
  );
}

/** Stands where there is nothing to show. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="note">
      <p className="note__title">{title}</p>
      {children}
    </div>
  );
}
