import { useCallback, useEffect, useState } from "react";
import { ApiError, ask, type Operation } from "./client";

/** What a component knows of an answer. While a new one is on its way, data is the one before. */
export interface Query<Answer> {
  readonly data?: Answer;
  readonly error?: ApiError;
  readonly loading: boolean;
  /** Asks again, whatever is remembered. */
  readonly reload: () => void;
}

const remembered = new Map<string, unknown>();
const capacity = 200;

function remember(key: string, answer: unknown) {
  remembered.delete(key);
  remembered.set(key, answer);
  if (remembered.size > capacity) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
}

/** Forgets every answer, after the graph was changed. */
export function forget() {
  remembered.clear();
}

function keyOf(operation: { readonly name: string }, variables: unknown) {
  return `${operation.name} ${JSON.stringify(variables)}`;
}

/** Asks like `ask`, and remembers the last answers for as long as the page is open. */
export async function askOnce<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const key = keyOf(operation, variables);
  const known = remembered.get(key) as Answer | undefined;
  if (known !== undefined) return known;
  const answer = await ask(operation, variables, signal);
  remember(key, answer);
  return answer;
}

interface State<Answer> {
  key: string;
  data?: Answer;
  error?: ApiError;
}

/**
 * Loads while the component is shown, again whenever the key changes, and remembers the result by
 * the key. With an empty key nothing is loaded.
 */
export function useLoad<Answer>(
  key: string,
  load: (signal: AbortSignal) => Promise<Answer>,
): Query<Answer> {
  const [state, setState] = useState<State<Answer>>(() => {
    const data = remembered.get(key) as Answer | undefined;
    return { key: data ? key : "", data };
  });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what load loads
  useEffect(() => {
    if (!key) return;
    const controller = new AbortController();
    const known = remembered.get(key) as Answer | undefined;
    const answer = known === undefined ? load(controller.signal) : Promise.resolve(known);
    answer.then(
      (data) => {
        remember(key, data);
        if (!controller.signal.aborted) setState({ key, data });
      },
      (error) => {
        if (!controller.signal.aborted) setState({ key, error: asApiError(error) });
      },
    );
    return () => controller.abort();
  }, [key, attempt]);

  const reload = useCallback(() => {
    remembered.delete(key);
    setState((before) => ({ ...before, error: undefined, key: "" }));
    setAttempt((n) => n + 1);
  }, [key]);

  const loading = key !== "" && state.key !== key;
  return { data: state.data, error: loading ? undefined : state.error, loading, reload };
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("server", String(error));
}

/** Asks while the component is shown. With variables null nothing is asked. */
export function useQuery<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
): Query<Answer> {
  const key = variables === null ? "" : keyOf(operation, variables);
  return useLoad(key, (signal) => ask(operation, variables as Variables, signal));
}
