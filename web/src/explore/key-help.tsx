import { useLanguage } from "../i18n/language";
import type { MessageKey } from "../i18n/messages";

const keys: readonly (readonly [keys: string, does: MessageKey])[] = [
  ["/", "key.search"],
  ["← ↑ → ↓", "key.walk"],
  ["Enter", "key.expand"],
  ["Delete", "key.hide"],
  ["Ctrl+Z", "key.undo"],
  ["Esc", "key.back"],
  ["+ − 0", "key.zoom"],
  ["?", "key.help"],
];

/** What the keys do. */
export function KeyHelp() {
  const { t } = useLanguage();
  return (
    <section className="key-help card" aria-label={t("graph.help")}>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
