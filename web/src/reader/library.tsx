import { useQuery } from "../api/use-query";
import { Library as LibraryOperation } from "../generated/api";
import { useLanguage } from "../i18n/language";
import { DocumentCard } from "../overview/document-card";
import { More } from "../overview/more";
import { Answer } from "../ui/answer";
import { Empty } from "../ui/states";

/** The loaded documents, to choose one to read. */
export default function Library() {
  const { t } = useLanguage();
  const query = useQuery(LibraryOperation, {});
  return (
    <div className="page">
      <h1 className="page__title">{t("reader.list")}</h1>
      <Answer query={query}>
        {({ documents }) =>
          documents.nodes.length === 0 ? (
            <Empty title={t("table.empty")} />
          ) : (
            <>
              <div className="documents library">
                {documents.nodes.map((document) => (
                  <DocumentCard key={document.id} document={document} />
                ))}
              </div>
              <More shown={documents.nodes.length} total={documents.totalCount} />
            </>
          )
        }
      </Answer>
    </div>
  );
}
