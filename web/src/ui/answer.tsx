import type { ReactNode } from "react";
import type { Query } from "../api/use-query";
import { Failed, Loading } from "./states";

interface AnswerProps<Data> {
  readonly query: Query<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows an answer once it is there; until then, and instead, why it is not. */
export function Answer<Data>({ query, children }: AnswerProps<Data>) {
  if (query.error) return <Failed error={query.error} retry={query.reload} />;
  if (query.data === undefined) return <Loading />;
  return (
    <div className="answer" aria-busy={query.loading}>
      {children(query.data)}
    </div>
  );
}
