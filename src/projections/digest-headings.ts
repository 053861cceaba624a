/** Under which heading one reader finds each amendment: what they were sent, or what only stood in the record. */
import type { Entrance, KeptPart, ToldKind, ToldPart } from './digest-told.ts';

/**
 * The parts as a reader is shown them whose first digest showed the record of `first`; null where that is not known, and
 * then all is taken for sent that may have been. Lines stay in the page's order.
 */
export function headedFor(parts: readonly KeptPart[], first: string | null): ToldPart[] {
  const amended = parts.find(({ kind }) => kind === 'amended');
  const others = parts.flatMap(({ kind, lines, more }) =>
    kind === 'amended' ? [] : [{ kind, lines, more }],
  );
  if (amended === undefined) return others;
  const record = parts.find(({ kind }) => kind === 'record');
  const [sent, unsent] = [rankedOf(amended), [] as RankedLine[]];
  const shown = sent.filter((each) => {
    const was = each.line.entered === null || wasSent(each.line.entered, first);
    if (!was) unsent.push(each);
    return was;
  });
  const unseen = [...unsent, ...(record ? rankedOf(record) : [])].sort((a, b) => a.rank - b.rank);
  // What was cut goes with the lines that it was cut from.
  const cut = amended.more;
  return [
    ...partOf('sent', shown, shown.length > 0 ? cut : 0),
    ...partOf('record', unseen, (record?.more ?? 0) + (shown.length > 0 ? 0 : cut)),
    ...others.filter(({ kind }) => kind !== 'record'),
  ];
}

/** A first digest shows the lead family; later ones each statement, and of an import the number alone. */
function wasSent({ at, imported, lead }: Entrance, first: string | null): boolean {
  if (first === null) return lead || !imported;
  return at <= first ? lead : !imported;
}

interface RankedLine {
  line: KeptPart['lines'][number];
  rank: number;
}

const rankedOf = ({ lines, ranks }: KeptPart): RankedLine[] =>
  lines.map((line, at) => ({ line, rank: ranks[at] ?? at }));

const partOf = (kind: ToldKind, ranked: readonly RankedLine[], more: number): ToldPart[] =>
  ranked.length === 0 ? [] : [{ kind, lines: ranked.map(({ line }) => line), more }];
