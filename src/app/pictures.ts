import type { RunInfo } from '../engine/protocol.ts';
import { flyTo, wayGoal, wayNow } from '../store/index.ts';
import { later } from '../store/later.ts';
import type { StagePicture } from '../store/pictures.ts';

/** Whether a run has wires that could fly to sites: a field that is given has none. */
function hasWires({ layout }: RunInfo): boolean {
  return layout.synapses.count > 0 && layout.sheets.length > 0;
}

/**
 * The large pictures, in the order of their tabs. The first two come with the page; what is loaded later shares what they
 * have loaded.
 */
export const pictures: readonly StagePicture[] = [
  {
    id: 'network',
    place: 'pair',
    name: 'tab.network',
    View: later(async () => (await import('../views/index.ts')).NetworkView),
  },
  {
    id: 'field',
    place: 'pair',
    name: 'tab.field',
    home: true,
    View: later(async () => (await import('../views/index.ts')).FieldView),
  },
  {
    id: 'morph',
    place: 'alone',
    name: 'tab.morph',
    charts: false,
    show: {
      label: 'command.morph',
      key: 'w',
      sign: 'M3 13L6 5M7.6 12.2l1-4.4M11 13V9.6M13.4 13V7M2 13.6h12M6 3.2a.9.9 0 1 0 0 1.8a.9.9 0 0 0 0-1.8',
      again: { label: 'command.fly', run: () => flyTo((wayGoal() ?? Math.round(wayNow())) === 1 ? 0 : 1) },
    },
    applies: hasWires,
    lacks: 'command.morphLacks',
    View: later(async () => (await import('../views/morph/Morph.tsx')).default),
    Rail: later(async () => (await import('../ui/morph/MorphRail.tsx')).MorphRail),
    Seam: later(async () => (await import('../ui/morph/Seam.tsx')).Seam),
  },
  {
    id: 'universe',
    place: 'alone',
    flies: true,
    underTop: true,
    name: 'tab.universe',
    charts: false,
    show: {
      label: 'command.universe',
      key: 'e',
      sign: 'M2 6.8C6 6.4 9 5.2 11.6 2.6M2 9.2c4 .4 7 1.6 9.6 4.2M11.6 2.6c2.6 1.6 2.6 9.2 0 10.8M11.6 2.6c-1.6 2.4-1.6 8.4 0 10.8',
    },
    View: later(async () => (await import('../views/universe/Universe.tsx')).default),
    Rail: later(async () => (await import('../ui/universe/UniverseRail.tsx')).UniverseRail),
  },
  {
    id: 'landscape',
    place: 'alone',
    name: 'tab.landscape',
    charts: false,
    show: {
      label: 'command.landscape',
      key: 'k',
      sign: 'M2 3c0 6 2.6 9.5 6 9.5S14 9 14 3M8 9.8a1.7 1.7 0 1 0 0-3.4a1.7 1.7 0 0 0 0 3.4',
    },
    View: later(async () => (await import('../views/landscape/Landscape.tsx')).default),
  },
];
