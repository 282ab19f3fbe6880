/**
 * A text whose places are counted in code points, as the API's evidence counts them. JavaScript
 * counts UTF-16 units, of which a rare character has two.
 */
export class CodePoints {
  private readonly points: readonly string[] | null;

  constructor(readonly text: string) {
    // Almost every text is without such characters; only the others pay for a copy.
    this.points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
  }

  /** How many code points the text has. */
  get length(): number {
    return this.points?.length ?? this.text.length;
  }

  /** The text from one place up to another. */
  slice(start: number, end: number): string {
    return this.points?.slice(start, end).join("") ?? this.text.slice(start, end);
  }

  /** The paragraphs: the lines that are not blank, each with its place. */
  paragraphs(): Range[] {
    const ranges: Range[] = [];
    let start = 0;
    for (const line of this.text.split(/\r\n|[\n\r]/)) {
      const length = this.points ? Array.from(line).length : line.length;
      if (line.trim()) ranges.push({ start, end: start + length });
      start += length;
      start += this.slice(start, start + 2) === "\r\n" ? 2 : 1;
    }
    return ranges;
  }
}

/** A stretch of a text, in code points; end is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether two stretches share a character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
