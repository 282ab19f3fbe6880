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

/**
 * A request that has no answer. The message is the server's own where it gave one, as is the code;
 * TOO_LARGE is that of a request whose body the server did not read to its end.
 */
export class ApiError extends Error {
  constructor(
    readonly failure: Failure,
    message: string,
    readonly code = "",
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
  return answerOf(envelope);
}

/**
 * Asks the server to change something, with the token that it was started with; "" shows none.
 * The text is always sent: a document in the variables is not to be sent twice.
 */
export async function change<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  token: string,
): Promise<Answer> {
  if (/[^!-~]/.test(token)) throw new ApiError("request", "not a token", "UNAUTHENTICATED");
  const body = { operationName: operation.name, query: operation.text, variables };
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  return answerOf(await post<Answer>(body, undefined, headers));
}

function answerOf<Answer>({ data, errors }: Envelope<Answer>): Answer {
  const [error] = errors ?? [];
  if (error) throw new ApiError("request", error.message, error.extensions?.code);
  if (!data) throw new ApiError("server", "the answer holds no data");
  return data;
}

async function post<Answer>(
  body: unknown,
  signal?: AbortSignal,
  more?: Record<string, string>,
): Promise<Envelope<Answer>> {
  const headers = { accept: "application/json", "content-type": "application/json", ...more };
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
  if (response.status === 413) throw new ApiError("request", "HTTP 413", "TOO_LARGE");
  try {
    return await response.json();
  } catch {
    throw new ApiError("server", `HTTP ${response.status}`);
  }
}
