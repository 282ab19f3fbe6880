import { force } from "./force";
import type { LayoutJob, LayoutResult } from "./layout-job";

self.onmessage = ({ data }: MessageEvent<LayoutJob>) => {
  const result: LayoutResult = { places: [...force(data)] };
  self.postMessage(result);
};
