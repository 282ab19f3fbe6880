import { useCallback, useRef, useState } from "react";
import { ApiError } from "../api/client";
import { forget } from "../api/use-query";
import { checkLoad, contentOf, type Loaded, sendFile } from "./document-file";

/** A file that was given to the page, and how far it has come. */
export interface Job {
  readonly id: number;
  readonly file: File;
  readonly step: "waiting" | "reading" | "sending" | "done" | "failed";
  readonly loaded?: Loaded;
  readonly error?: ApiError;
}

/** Whether nothing more will happen to a file. */
export function isOver({ step }: Job): boolean {
  return step === "done" || step === "failed";
}

type Report = (patch: Partial<Job>) => void;

async function run(file: File, token: string, report: Report) {
  try {
    report({ step: "reading" });
    await checkLoad(file, token);
    const content = await contentOf(file);
    report({ step: "sending" });
    const loaded = await sendFile(file.name, content, token);
    forget();
    report({ step: "done", loaded });
  } catch (error) {
    const known = error instanceof ApiError ? error : new ApiError("server", String(error));
    report({ step: "failed", error: known });
  }
}

/** The files given to the page, latest first, and ways to add some and to try one again. */
export function useJobs() {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const last = useRef(0);
  const queue = useRef(Promise.resolve());
  /** Files are sent one by one. */
  const enqueue = useCallback(({ id, file }: Job, token: string) => {
    const report: Report = (patch) =>
      setJobs((before) => before.map((job) => (job.id === id ? { ...job, ...patch } : job)));
    report({ step: "waiting", error: undefined });
    queue.current = queue.current.then(() => run(file, token, report));
  }, []);
  const add = useCallback(
    (files: Iterable<File>, token: string) => {
      for (const file of files) {
        last.current++;
        const job: Job = { id: last.current, file, step: "waiting" };
        setJobs((before) => [job, ...before]);
        enqueue(job, token);
      }
    },
    [enqueue],
  );
  return { jobs, add, retry: enqueue };
}
