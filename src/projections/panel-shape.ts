/** The compact drawing of a topic as data: what card, picture, widget, frame and mail draw of it. */
import type { Mark } from './axis.ts';
import type { AxisLabel } from './axis-labels.ts';
import type { Stroke } from './axis-stroke.ts';
import type { Extent, Fewer } from './panel-foot.ts';

export type PanelStroke = Stroke;

export interface Panel {
  slug: string;
  title: string;
  summary: string;
  url: string;
  lang: string;
  /** The family's heading. */
  heading: string;
  groups: PanelGroup[];
  /** "8 of 21 sources: the newest, the lowest and the highest", never a silent cut; an order only where the rows have it. */
  foot: string;
  /** The same without words. */
  extent: Extent;
  /** The foot of a face that has room for fewer of these rows. */
  fewer: Fewer;
  /** The words of the link to the whole record. */
  more: string;
  /** What a pinned state says of the present one, in lines; null where nothing is pinned. */
  pinned: string[] | null;
  revision: number;
}

export interface PanelGroup {
  label: string;
  axis: PanelAxis | null;
  rows: PanelRow[];
}

export interface PanelAxis {
  /** [place from 0 to 100, label] */
  ticks: [number, string][];
  note: string;
  /** The same as the panel draws them: [where in the width, on which side, label] */
  labels: AxisLabel[];
  /** A zero stands before a break in the line. */
  broken: boolean;
  /** Where zero lies between figures of either sign, or null. */
  zeroLine: number | null;
}

export interface PanelRow {
  name: string;
  by: string;
  /** What it counts, where the group holds several measures. */
  of?: string;
  text: string;
  /** The date, and the reading of a vague word beside it. */
  when: string;
  notes: string[];
  /** [kind, at, from, to, open, hollow]; null where nothing lies on the axis. */
  mark: PanelMark | null;
  /** The same with its axis as the panel draws it; null as `mark` is. */
  strokes: PanelStroke[] | null;
  /** Whose reading its vague word has, where it has one. */
  scheme?: string;
  /** A figure of its own, not a stance: drawn upright. */
  figure: boolean;
  /** Outlets with their addresses, where the face has room for them. */
  links?: [string, string][];
  /** Its place in the order in which a face with less room keeps rows, from 1. */
  rank?: number;
  /** How many sources it speaks of, where they are several. */
  sources?: number;
}
export type PanelMark = [
  Mark['kind'],
  number | null,
  number | null,
  number | null,
  'up' | 'down' | '',
  0 | 1,
];
