/**
 * What a picture is to the screen: the registries of `views` are lists of these, and `ui` reads them alone. It knows no
 * picture by its name.
 */
import type { ComponentType, ReactNode } from 'react';
import type { RunInfo } from '../engine/protocol.ts';
import type { MessageId } from '../messages/index.ts';
import type { Table } from '../scenario/table/write.ts';

/** What an explored chart says: itself in a sentence, and the value under the pointer or the keys. */
export interface Explored {
  readonly summary: string;
  readonly value: string;
}

/** A chart that is being explored. */
export interface Exploring {
  readonly zoom: (way: 'in' | 'out') => void;
  readonly reset: () => void;
  /** What a drag does: the box that it draws becomes the whole, or the plane goes along. */
  readonly drag: (mode: 'zoom' | 'pan') => void;
  readonly end: () => void;
}

/** A chart as one drawing, for a file. */
export interface ChartDrawing {
  /** SVG without a ground. */
  readonly svg: string;
  /** In pixels of CSS, 1/96 inch. */
  readonly width: number;
  readonly height: number;
  /** Colour that it was drawn for. */
  readonly ground: string;
}

/** What a chart hands over to be saved, and to be explored. */
export interface ChartExporter {
  table(): Table;
  /**
   * Draws it for a file.
   *  @param size  in pixels of CSS; left out: as it stands, and large enough for print
   *  @throws Error whose message says why there is nothing to draw
   */
  drawing(size?: { readonly width: number; readonly height: number }): ChartDrawing;
  /** Draws it for a hand that zooms and reads values; left out: it cannot. @throws LoadError */
  explore?: (host: HTMLElement, tell: (said: Explored) => void) => Promise<Exploring>;
}

export interface ChartProps {
  /** Told what can be saved while the chart stands, and null when it goes. */
  readonly register: (exporter: ChartExporter | null) => void;
}

/** The question that a chart answers; the chooser lists charts under these, in this order. */
export const chartGroups = ['run', 'field', 'network', 'universe', 'theory'] as const;
export type ChartGroup = (typeof chartGroups)[number];

/** A chart of the drawer, as the screen knows it before it is drawn. */
export interface ChartPicture {
  readonly id: string;
  readonly group: ChartGroup;
  /** Where it opens of itself, where there are two places; a hand may show it in either. */
  readonly slot: 'left' | 'right';
  /** Fills what it is put into. Loaded when it is first shown. */
  readonly View: ComponentType<ChartProps>;
  /** Short name, on its tab: a message of the first load. */
  readonly name: MessageId;
  /** Full name; a message that may be loaded later, as is `help`. */
  readonly title: MessageId;
  /** One sentence: how to read it. */
  readonly help: MessageId;
  /** Whether it has anything to show of a run; left out: of every one. */
  readonly applies?: (info: RunInfo) => boolean;
  /** How well it suits a run: the highest of a slot is shown of itself and its tab comes first; left out: 0. */
  readonly suits?: (info: RunInfo) => number;
}

/** A large picture: one of those that stand beside each other, or one that takes their place. */
export interface StagePicture {
  /** By this `view.scene` of a document names it. */
  readonly id: string;
  /** `pair`: beside the others of its kind, and printed with them; `alone`: in the place of all of these. */
  readonly place: 'pair' | 'alone';
  /** Short name, on its tab: a message of the first load. */
  readonly name: MessageId;
  /** Fills what it is put into. */
  readonly View: ComponentType<{ readonly id: string }>;
  /** Whether it stands where there is room for one; of one picture alone. */
  readonly home?: true;
  /**
   * How a picture that stands alone is called: what its button and its command say, its key, its sign (paths of 16 by 16), and
   * what the command does while it stands, with another name; left out: the pictures beside each other come back.
   */
  readonly show?: {
    readonly label: MessageId;
    readonly key: string;
    readonly sign: string;
    readonly again?: { readonly label: MessageId; readonly run: () => void };
  };
  /** Whether the line at the top of a narrow screen lies over its head, so that it has the whole height; of one with a `Rail`. */
  readonly underTop?: true;
  /** Whether it flies out of the pictures beside each other, and back into them. */
  readonly flies?: true;
  /** What lies on the seam of the pictures beside each other, and stays while it stands alone. */
  readonly Seam?: ComponentType<{ readonly id: string }>;
  /** False: it has the room of the drawer of charts as well. */
  readonly charts?: false;
  /** What takes the right rail beside it, and the left one's room; left out: the rails stay as they are. */
  readonly Rail?: ComponentType<{ readonly toggle: ReactNode }>;
  /** Whether it has anything to show of a run; left out: of every one. */
  readonly applies?: (info: RunInfo) => boolean;
  /** Why it has not: its button and its key say so; left out: they are not there. */
  readonly lacks?: MessageId;
}

/** Whether a picture is offered with a run. */
export function isOffered({ applies }: Pick<StagePicture, 'applies'>, info: RunInfo | null): boolean {
  return info === null || applies === undefined || applies(info);
}

/** The picture of an id where it stands alone; undefined for any other. */
export function aloneOf(pictures: readonly StagePicture[], id: string | null): StagePicture | undefined {
  return pictures.find((picture) => picture.place === 'alone' && picture.id === id);
}

/** The picture with something on the seam of the others, as a run has it; undefined where there is none. */
export function seamOf(pictures: readonly StagePicture[], info: RunInfo | null): StagePicture | undefined {
  return pictures.find((picture) => picture.Seam !== undefined && isOffered(picture, info));
}

/** The picture that stands where there is room for one. @throws Error where the registry names none */
export function homeOf(pictures: readonly StagePicture[]): StagePicture {
  const found = pictures.find(({ home }) => home === true);
  if (found === undefined) throw new Error('no picture is at home');
  return found;
}
