/** A stretch of a text, and whether it is one of the terms looked for. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly isTerm: boolean;
}

/** Cuts a text where terms begin and end. Of terms that overlap, the longer goes first. */
export function cutAtTerms(text: string, terms: readonly string[]): Stretch[] {
  const wanted = [...new Set(terms)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ start: 0, text, isTerm: false }];
  const pattern = new RegExp(`(${wanted.map(quoted).join("|")})`, "gi");
  let start = 0;
  return text.split(pattern).flatMap((piece, i) => {
    const stretch = { start, text: piece, isTerm: i % 2 === 1 };
    start += piece.length;
    return piece ? [stretch] : [];
  });
}

function quoted(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
