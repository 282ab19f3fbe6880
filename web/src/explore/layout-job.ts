/** A place in the picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the layout worker is asked: to place nodes, step by step, pulled together by edges. */
export interface LayoutJob {
  /** Along which side of the screen the picture is to be longer. */
  readonly along: "x" | "y";
  readonly steps: readonly {
    readonly around?: string;
    readonly nodes: readonly { readonly id: string; readonly radius: number }[];
  }[];
  readonly edges: readonly (readonly [source: string, target: string])[];
}

/** What it answers. */
export interface LayoutResult {
  readonly places: readonly (readonly [id: string, place: Place])[];
}
