import type { ComponentType } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import type { MessageId } from '../../messages/index.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import { later } from '../../store/later.ts';
import type { ChartProps } from './figure.ts';

/** A chart as the screen knows it before it is drawn. */
export interface ChartSpec {
  readonly id: string;
  /** Short name, on its tab. */
  readonly name: MessageId;
  readonly title: MessageId;
  /** One sentence: how to read it. */
  readonly help: MessageId;
  /** Slot that it is offered in, where there are two. */
  readonly slot: 'left' | 'right';
  /** Comes with Plotly when it is first shown: that is as large as the rest of the program. */
  readonly View: ComponentType<ChartProps>;
  /** Whether it has anything to show of a run; left out: of every one. */
  readonly applies?: (info: RunInfo) => boolean;
}

/** The charts, in the order of their tabs. */
export const charts: readonly ChartSpec[] = [
  {
    id: 'cost',
    name: 'chart.cost.name',
    title: 'chart.title',
    help: 'chart.cost.help',
    slot: 'left',
    View: later(async () => (await import('./cost/Cost.tsx')).default),
  },
  {
    id: 'energy-budget',
    name: 'chart.budget.name',
    title: 'chart.budget.title',
    help: 'chart.budget.help',
    slot: 'left',
    View: later(async () => (await import('./budget/Budget.tsx')).default),
    // Without inertia there is no energy to account for.
    applies: ({ tracks }) => tracks.some(({ firstOrder }) => !firstOrder),
  },
  {
    id: 'weights',
    name: 'chart.weights.name',
    title: 'chart.weights.title',
    help: 'chart.weights.help',
    slot: 'left',
    View: later(async () => (await import('./weights/Weights.tsx')).default),
  },
  {
    id: 'phase-portrait',
    name: 'chart.phase.name',
    title: 'chart.phase.title',
    help: 'chart.phase.help',
    slot: 'left',
    View: later(async () => (await import('./phase/Phase.tsx')).default),
  },
  {
    id: 'expansion',
    name: 'chart.expansion.name',
    title: 'chart.expansion.title',
    help: 'chart.expansion.help',
    slot: 'left',
    View: later(async () => (await import('./expansion/Expansion.tsx')).default),
  },
  {
    id: 'learned',
    name: 'chart.learned.name',
    title: 'chart.learned.title',
    help: 'chart.learned.help',
    slot: 'right',
    View: later(async () => (await import('./learned/Learned.tsx')).default),
    applies: ({ data }) => data.outputCount > 0,
  },
  {
    id: 'histogram',
    name: 'chart.histogram.name',
    title: 'chart.histogram.title',
    help: 'chart.histogram.help',
    slot: 'right',
    View: later(async () => (await import('./histogram/Histogram.tsx')).default),
  },
  {
    id: 'space-time',
    name: 'chart.spaceTime.name',
    title: 'chart.spaceTime.title',
    help: 'chart.spaceTime.help',
    slot: 'right',
    View: later(async () => (await import('./spaceTime/SpaceTime.tsx')).default),
  },
  {
    id: 'horizon',
    name: 'chart.horizon.name',
    title: 'chart.horizon.title',
    help: 'chart.horizon.help',
    slot: 'right',
    View: later(async () => (await import('./horizon/Horizon.tsx')).default),
    // Waves with frequencies of their own run on closed lattices with a quadratic cost.
    applies: ({ quadratic, layout: { sheets } }) =>
      quadratic && sheets.length === 1 && sheets[0].periodicColumns,
  },
  {
    id: 'bands',
    name: 'chart.bands.name',
    title: 'chart.bands.title',
    help: 'chart.bands.help',
    slot: 'right',
    View: later(async () => (await import('./bands/Bands.tsx')).default),
    applies: ({ tracks }) => !tracks[0].firstOrder,
  },
  {
    id: 'spacing',
    name: 'chart.spacing.name',
    title: 'chart.spacing.title',
    help: 'chart.spacing.help',
    slot: 'right',
    View: later(async () => (await import('./spacing/Spacing.tsx')).default),
    applies: ({ document }) => studyObstacle('spacing', document.scenario) !== 'no-continuum',
  },
  {
    id: 'viscosity',
    name: 'chart.viscosity.name',
    title: 'chart.viscosity.title',
    help: 'chart.viscosity.help',
    slot: 'right',
    View: later(async () => (await import('./viscosity/Viscosity.tsx')).default),
  },
];
