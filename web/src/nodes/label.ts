/** A node as drawings and lists have it. */
interface Labelled {
  readonly label: string;
  readonly node: { readonly fullName?: string };
}

/** What to call a node among others: units of two regions share their short names. */
export function labelOf({ label, node }: Labelled): string {
  return node.fullName ?? label;
}
