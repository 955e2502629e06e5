/**
 * What a picture is to the screen: the registries of `views` are lists of these, and `ui` reads them alone. It knows no
 * picture by its name.
 */
import type { ComponentType } from 'react';
import type { RunInfo } from '../engine/protocol.ts';
import type { MessageId } from '../messages/index.ts';

/** What a chart hands over to be saved. */
export interface ChartExporter {
  csv(): string;
  image(format: 'png' | 'svg'): Promise<Blob>;
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
  /** Fills what it is put into. Loaded when it is first shown, with Plotly where it needs that. */
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
