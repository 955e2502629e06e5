import type { RunInfo } from '../../engine/protocol.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import { COMPARISON_ID } from '../../scenario/trackChoices.ts';
import { presentOf } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import type { ChartPicture } from '../../store/pictures.ts';

const isCompared = ({ tracks }: RunInfo): boolean => tracks.some(({ id }) => id === COMPARISON_ID);

/** The charts: of those that suit a run equally the first is shown first. */
export const charts: readonly ChartPicture[] = [
  {
    id: 'cost',
    name: 'chart.cost.name',
    title: 'chart.cost.title',
    help: 'chart.cost.help',
    slot: 'left',
    group: 'run',
    View: later(async () => (await import('./cost/Cost.tsx')).default),
    suits: () => 1,
  },
  {
    id: 'energy-budget',
    name: 'chart.budget.name',
    title: 'chart.budget.title',
    help: 'chart.budget.help',
    slot: 'left',
    group: 'run',
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
    group: 'run',
    View: later(async () => (await import('./weights/Weights.tsx')).default),
    // Two runs side by side: what moves comes before what it costs.
    suits: (info) => (isCompared(info) ? 2 : 0),
  },
  {
    id: 'phase-portrait',
    name: 'chart.phase.name',
    title: 'chart.phase.title',
    help: 'chart.phase.help',
    slot: 'left',
    group: 'run',
    View: later(async () => (await import('./phase/Phase.tsx')).default),
  },
  {
    id: 'expansion',
    name: 'chart.expansion.name',
    title: 'chart.expansion.title',
    help: 'chart.expansion.help',
    slot: 'left',
    group: 'universe',
    View: later(async () => (await import('./expansion/Expansion.tsx')).default),
  },
  {
    id: 'learned',
    name: 'chart.learned.name',
    title: 'chart.learned.title',
    help: 'chart.learned.help',
    slot: 'right',
    group: 'network',
    View: later(async () => (await import('./learned/Learned.tsx')).default),
    suits: ({ layout }) => (layout.shape === 'layers' ? 2 : 0),
    applies: ({ data }) => data.outputCount > 0,
  },
  {
    id: 'histogram',
    name: 'chart.histogram.name',
    title: 'chart.histogram.title',
    help: 'chart.histogram.help',
    slot: 'right',
    group: 'field',
    View: later(async () => (await import('./histogram/Histogram.tsx')).default),
  },
  {
    id: 'space-time',
    name: 'chart.spaceTime.name',
    title: 'chart.spaceTime.title',
    help: 'chart.spaceTime.help',
    slot: 'right',
    group: 'field',
    View: later(async () => (await import('./spaceTime/SpaceTime.tsx')).default),
    suits: () => 1,
  },
  {
    id: 'sources',
    name: 'chart.sources.name',
    title: 'chart.sources.title',
    help: 'chart.sources.help',
    slot: 'right',
    group: 'field',
    View: later(async () => (await import('./sources/Sources.tsx')).default),
  },
  {
    id: 'noise',
    name: 'chart.noise.name',
    title: 'chart.noise.title',
    help: 'chart.noise.help',
    slot: 'left',
    group: 'field',
    View: later(async () => (await import('./noise/Noise.tsx')).default),
    applies: ({ data }) => data.sampleCount > 1,
  },
  {
    id: 'horizon',
    name: 'chart.horizon.name',
    title: 'chart.horizon.title',
    help: 'chart.horizon.help',
    slot: 'right',
    group: 'universe',
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
    group: 'field',
    View: later(async () => (await import('./bands/Bands.tsx')).default),
    applies: ({ tracks }) => !tracks[0].firstOrder,
  },
  {
    id: 'spacing',
    name: 'chart.spacing.name',
    title: 'chart.spacing.title',
    help: 'chart.spacing.help',
    slot: 'right',
    group: 'theory',
    View: later(async () => (await import('./spacing/Spacing.tsx')).default),
    applies: (info) => studyObstacle('spacing', presentOf(info).scenario) !== 'no-continuum',
  },
  {
    id: 'viscosity',
    name: 'chart.viscosity.name',
    title: 'chart.viscosity.title',
    help: 'chart.viscosity.help',
    slot: 'right',
    group: 'theory',
    View: later(async () => (await import('./viscosity/Viscosity.tsx')).default),
  },
];
