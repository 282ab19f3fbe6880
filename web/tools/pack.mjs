// Packs what Vite built (build/) into what the server embeds (dist/): every file gzipped, and
// nothing else. The compressor is a pinned package rather than Node's zlib, whose output differs
// between versions and processors: the same sources must give the same bytes everywhere.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "fflate";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const from = here("../build");
const to = here("../dist");

const entries = await readdir(from, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

await rm(to, { recursive: true, force: true });
let raw = 0;
let packed = 0;
for (const file of files.sort()) {
  const target = `${to}${file.slice(from.length)}.gz`;
  const bytes = await readFile(file);
  const gzip = gzipSync(bytes, { level: 9, mtime: 0 });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, gzip);
  raw += bytes.length;
  packed += gzip.length;
}
await rm(from, { recursive: true });
const kb = (n) => `${Math.round(n / 1024)} KB`;
console.log(`dist: ${files.length} files, ${kb(raw)}, ${kb(packed)} gzipped`);
