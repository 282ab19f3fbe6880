import type { GraphiQL } from "graphiql";
import type { ComponentProps } from "react";

type Fetcher = ComponentProps<typeof GraphiQL>["fetcher"];
type Operation = Parameters<Fetcher>[0];

/**
 * Sends an operation to the server that served the page. An answer that is not JSON (a proxy's
 * error page, say) becomes an error that names the status, rather than a parse error.
 */
export const fetcher: Fetcher = async (operation, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...options?.headers,
    },
    body: JSON.stringify(withoutStaleName(operation)),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `HTTP ${response.status}: ${text.slice(0, 500)}` }] };
  }
};

/**
 * For a moment after a change of tabs GraphiQL still names the operation of the tab before. A
 * name that the query does not hold is left out: one operation needs none.
 */
function withoutStaleName(operation: Operation): Operation {
  const { operationName, ...rest } = operation;
  return operationName && operation.query.includes(operationName) ? operation : rest;
}
