/** An operation of the API with the types of its answer and of its variables. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  readonly text: string;
  /** Never present: it only carries the types. */
  readonly types?: (variables: Variables) => Answer;
}

/** Why a request has no answer: the way to the server, the server, or the question itself. */
export type Failure = "network" | "server" | "request";

/** A request that has no answer. The message is the server's own where it gave one. */
export class ApiError extends Error {
  constructor(
    readonly failure: Failure,
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

interface Envelope<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks the server that served the page. Throws an ApiError, or what the signal was aborted with. */
export async function ask<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await post(
    JSON.stringify({ operationName: operation.name, query: operation.text, variables }),
    signal,
  );
  const envelope = await read<Answer>(response);
  const [error] = envelope.errors ?? [];
  if (error) throw new ApiError(response.status >= 500 ? "server" : "request", error.message);
  if (!envelope.data) throw new ApiError("server", `HTTP ${response.status}`);
  return envelope.data;
}

async function post(body: string, signal?: AbortSignal): Promise<Response> {
  const headers = {
    accept: "application/graphql-response+json, application/json",
    "content-type": "application/json",
  };
  try {
    return await fetch("/graphql", { method: "POST", headers, body, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ApiError("network", error instanceof Error ? error.message : String(error));
  }
}

async function read<Answer>(response: Response): Promise<Envelope<Answer>> {
  try {
    return await response.json();
  } catch {
    throw new ApiError("server", `HTTP ${response.status}`);
  }
}
