import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { examples } from "./examples";
import { fetcher } from "./fetcher";
import "./graphiql.css";

const defaultTabs = examples.map((query) => ({ query }));

const root = document.getElementById("graphiql");
if (!root) throw new Error("graphiql.html has no element #graphiql");
createRoot(root).render(
  <StrictMode>
    <GraphiQL defaultTabs={defaultTabs} fetcher={fetcher}>
      <GraphiQL.Logo>
        <h1>
          <a href="/">policygraph</a>
        </h1>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
