import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Drops the fonts that GraphiQL inlines into its stylesheet (380 KB). They hold no Chinese, and
 * the system's own fonts do as well.
 */
function withoutInlinedFonts(): Plugin {
  return {
    name: "without-inlined-fonts",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/graphiql/dist/style.css")) return null;
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ""), map: null };
    },
  };
}

/** The built files go to build/; tools/pack.mjs compresses them from there into dist/. */
export default defineConfig({
  plugins: [withoutInlinedFonts()],
  build: {
    outDir: "build",
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: here("index.html"), graphiql: here("graphiql.html") },
      // "use client" means nothing to a page without a server that renders it.
      onLog(level, log, forward) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") forward(level, log);
      },
    },
  },
  server: {
    proxy: { "/graphql": process.env.POLICYGRAPH_URL ?? "http://127.0.0.1:8080" },
  },
});
