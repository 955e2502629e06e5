import type { ComponentType, ReactNode } from 'react';
import type { RunInfo } from '../engine/protocol.ts';
import type { MessageId } from '../messages/index.ts';

/** What a chart hands over to be saved. */
export interface ChartExporter {
  csv(): string;
  image(format: 'png' | 'svg'): Promise<Blob>;
}

/** A chart of the drawer. */
export interface ChartPicture {
  readonly id: string;
  /** Short name, on its tab. */
  readonly name: MessageId;
  readonly title: MessageId;
  /** One sentence: how to read it. */
  readonly help: MessageId;
  /** Slot that it is offered in, where there are two. */
  readonly slot: 'left' | 'right';
  /** Whether it has anything to show of a run; left out: of every one. */
  readonly applies?: (info: RunInfo) => boolean;
  /** Fills what it is put into; tells what can be saved of it while it stands. */
  readonly View: ComponentType<{ readonly register: (exporter: ChartExporter | null) => void }>;
}

/** What the instrument is built around; the app hands them in, for ui may not import views. */
export interface Pictures {
  readonly network: ReactNode;
  readonly field: ReactNode;
  /** In the place of both, and of the charts. */
  readonly universe: ReactNode;
  readonly charts: readonly ChartPicture[];
}
