import type { ReactNode } from "react";
import type { Confidence, NodeFactsQuery } from "../generated/api";
import { type Translate, useLanguage, useNameOf } from "../i18n/language";
import { formatAim, formatPeriod } from "../ui/format";
import { NodeLink } from "./node-link";

/** A node as the API describes it. */
export type Described = NonNullable<NodeFactsQuery["node"]>;

type Row = readonly [name: string, value: ReactNode];

type NameOf = ReturnType<typeof useNameOf>;

/** What to call a node. */
export function titleOf(node: Described, nameOf: NameOf): string {
  switch (node.__typename) {
    case "Document":
      return node.title;
    case "Section":
      return node.heading ?? node.label;
    case "Task":
      return node.heading ?? node.path;
    case "Department":
      return node.fullName;
    case "Function":
    case "Topic":
      return nameOf(node);
    case "Region":
    case "StandardsBody":
      return node.name;
    case "Standard":
      return node.code;
    case "Target":
      return node.metric;
  }
}

/** A node's own properties as a list of terms. Those that a node does not have are left out. */
export function Properties({ node }: { node: Described }) {
  const { t } = useLanguage();
  const nameOf = useNameOf();
  const rows = rowsOf(node, t, nameOf).filter(([, value]) => value);
  if (rows.length === 0) return null;
  return (
    <dl className="properties">
      {rows.map(([name, value]) => (
        <div key={name} className="properties__row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf(node: Described, t: Translate, nameOf: NameOf): Row[] {
  switch (node.__typename) {
    case "Document":
      return documentRows(node, t);
    case "Section":
      return [[t("fact.path"), node.path], documentRow(node, t)];
    case "Task":
      return [
        [t("fact.path"), node.path],
        [t("fact.kind"), t(`task.${node.taskKind}`)],
        documentRow(node, t),
        confidenceRow(node, t),
        [t("fact.units"), node.openEnded && t("fact.openEnded")],
      ];
    case "Department":
      return departmentRows(node, t, nameOf);
    case "Function":
    case "Topic":
      return [[t("fact.code"), node.slug]];
    case "Region":
      return [[t("fact.code"), node.regionCode]];
    case "StandardsBody":
      return [
        [t("fact.code"), node.bodyCode],
        [t("fact.level"), t(`level.${node.bodyLevel}`)],
        [t("fact.aliases"), node.aliases.join("、")],
      ];
    case "Standard":
      return [[t("fact.heading"), node.standardTitle]];
    case "Target":
      return targetRows(node, t);
  }
}

type Of<Name extends Described["__typename"]> = Extract<Described, { __typename: Name }>;

function documentRow(
  { document }: { readonly document: { readonly id: string; readonly title: string } },
  t: Translate,
): Row {
  return [
    t("fact.document"),
    <NodeLink key="document" id={document.id}>
      {document.title}
    </NodeLink>,
  ];
}

/** How sure the rules are, where they are not. */
function confidenceRow({ confidence }: { readonly confidence: Confidence }, t: Translate): Row {
  const doubtful = confidence !== "HIGH";
  const level = `${t(`confidence.${confidence}`)}${t("confidence.colon")}`;
  return [t("fact.confidence"), doubtful && `${level}${t(`confidence.${confidence}.why`)}`];
}

function regionRow(
  { region }: { readonly region: { readonly id: string; readonly name: string } },
  t: Translate,
): Row {
  return [
    t("fact.region"),
    <NodeLink key="region" id={region.id} kind="REGION">
      {region.name}
    </NodeLink>,
  ];
}

function documentRows(node: Of<"Document">, t: Translate): Row[] {
  const remarks = [
    !node.loaded && t("fact.stub"),
    node.titleInferred && t("fact.inferred"),
    node.expressions.some((text) => text.repaired) && t("fact.repaired"),
  ].filter(Boolean);
  return [
    [t("fact.number"), node.number],
    regionRow(node, t),
    [
      t("fact.issuers"),
      node.issuers.length > 0 &&
        node.issuers.map((unit) => (
          <NodeLink key={unit.id} id={unit.id} kind="DEPARTMENT">
            {unit.fullName}
          </NodeLink>
        )),
    ],
    [t("fact.genre"), node.genre],
    [t("fact.issued"), node.issued],
    [t("fact.published"), node.published],
    [t("fact.period"), formatPeriod(node)],
    [t("fact.notice"), node.noticeTitle],
    [
      t("fact.texts"),
      node.expressions
        .map((text) => `${text.fileName}（${t(`script.${text.script}`)}）`)
        .join("，"),
    ],
    ["", remarks.join(" · ")],
  ];
}

function departmentRows(node: Of<"Department">, t: Translate, nameOf: NameOf): Row[] {
  const { function: duty } = node;
  return [
    [t("fact.aliases"), node.aliases.join("、")],
    regionRow(node, t),
    [
      t("fact.function"),
      duty && (
        <NodeLink id={duty.id} kind="FUNCTION">
          {nameOf(duty)}
        </NodeLink>
      ),
    ],
    ["", node.collective && t("fact.collective")],
  ];
}

function targetRows(node: Of<"Target">, t: Translate): Row[] {
  return [
    [t("fact.value"), <strong key="aim">{formatAim(node)}</strong>],
    [t("fact.deadline"), node.deadline && t("fact.year", { n: node.deadline })],
    [t("fact.basis"), node.basis && t(`basis.${node.basis}`)],
    confidenceRow(node, t),
    regionRow(node, t),
    [t("fact.path"), node.section.path],
    documentRow(node, t),
  ];
}
