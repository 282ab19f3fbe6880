/** An operation of the API with the types of its answer and of its variables. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  /** SHA-256 of the text, by which the server remembers it. */
  readonly hash: string;
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

/**
 * Asks the server that served the page. Throws an ApiError, or what the signal was aborted with.
 * The operation is named by its hash; its text is sent only where the server does not know it.
 */
export async function ask<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const named = {
    operationName: operation.name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
  };
  let envelope = await post<Answer>(named, signal);
  if (envelope.errors?.[0]?.extensions?.code === "PERSISTED_QUERY_NOT_FOUND") {
    envelope = await post<Answer>({ ...named, query: operation.text }, signal);
  }
  const [error] = envelope.errors ?? [];
  if (error) throw new ApiError("request", error.message);
  if (!envelope.data) throw new ApiError("server", "the answer holds no data");
  return envelope.data;
}

async function post<Answer>(body: unknown, signal?: AbortSignal): Promise<Envelope<Answer>> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  let response: Response;
  try {
    const init = { method: "POST", headers, body: JSON.stringify(body), signal };
    response = await fetch("/graphql", init);
  } catch (error) {
    signal?.throwIfAborted();
    throw new ApiError("network", error instanceof Error ? error.message : String(error));
  }
  return read(response);
}

async function read<Answer>(response: Response): Promise<Envelope<Answer>> {
  try {
    return await response.json();
  } catch {
    throw new ApiError("server", `HTTP ${response.status}`);
  }
}
