import { useEffect, useEffectEvent, useState } from "react";
import { useLanguage } from "../i18n/language";
import { largestMegabytes } from "./document-file";

type TakeFiles = (files: Iterable<File>) => void;

/**
 * Takes what is dropped anywhere on the page: beside the zone the browser would open the file and
 * leave the page. True while something is dragged over it.
 */
function usePageDrop(onFiles: TakeFiles): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener("dragover", drag);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", drag);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

/**
 * Takes files that are dropped or chosen. The whole zone is the browser's own input for files, so
 * that it works by keyboard and with a screen reader.
 */
export function DropZone({ onFiles }: { onFiles: TakeFiles }) {
  const { t } = useLanguage();
  const over = usePageDrop(onFiles);
  return (
    <div className="drop-zone" data-over={over || undefined}>
      <input
        className="drop-zone__input"
        type="file"
        multiple
        aria-label={t("load.drop")}
        aria-describedby="drop-hint"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = ""; // so that the same file can be chosen again
        }}
      />
      <p className="drop-zone__title" aria-hidden="true">
        {t("load.drop")}
      </p>
      <p id="drop-hint">{t("load.drop.hint", { n: largestMegabytes })}</p>
    </div>
  );
}
