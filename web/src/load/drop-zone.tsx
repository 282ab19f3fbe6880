import { type DragEvent, useState } from "react";
import { useLanguage } from "../i18n/language";
import { largestMegabytes } from "./document-file";

/**
 * Takes files that are dropped or chosen. The whole zone is the browser's own input for files, so
 * that it works by keyboard and with a screen reader.
 */
export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useLanguage();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className="drop-zone" data-over={over || undefined}>
      <input
        className="drop-zone__input"
        type="file"
        multiple
        aria-label={t("load.drop")}
        aria-describedby="drop-hint"
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
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
