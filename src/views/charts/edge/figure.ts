import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import {
  chiPlane,
  levelLine,
  meanFieldOf,
  type Criticality,
  type MeanField,
  type Response,
  type Spread,
  type WideNetwork,
} from '../../../scenario/wideTheory.ts';
import type { EndLabel, Facts, Figure, Line, Mark, Raster, Table } from '../figure.ts';
import { fixedOf, fixedWords } from './fixed.ts';
import type { Known } from './theory.ts';

/** Depth scales that have a line, in layers; on the side of chaos differences grow e-fold in as many. */
const DEPTHS = [3, 10];
/** ln χ₁ at which the shade is full. */
const FULL = Math.log(4);
const CELLS = { rows: 72, columns: 108 } as const;
/** The plane is as large as this, or larger where the run is. */
const LEAST: Spread = { sigmaW: 3, sigmaB: 1 };
const ROOM = 1.15;

/** The part of the plane of starts that is drawn. */
export function planeOf({ sigmaW, sigmaB }: Spread): Spread {
  const reach = (least: number, value: number): number =>
    value <= least ? least : Math.ceil(2 * ROOM * value) / 2;
  return { sigmaW: reach(LEAST.sigmaW, sigmaW), sigmaB: reach(LEAST.sigmaB, sigmaB) };
}

let drawn: { readonly of: Response; readonly most: Spread; readonly raster: Raster } | null = null;

/** Shades of ln χ₁: order on one side of 0, chaos on the other. Kept while a hand moves the run in the same plane. */
function rasterOf(of: Response, most: Spread): Raster {
  if (drawn?.of === of && drawn.most.sigmaW === most.sigmaW && drawn.most.sigmaB === most.sigmaB) {
    return drawn.raster;
  }
  const values = chiPlane(of, most, CELLS.rows, CELLS.columns).map((chi) => Math.log(chi) / FULL);
  const scale = { name: text('wide.edge.logarithm'), centre: 0, half: FULL };
  drawn = { of, most, raster: { ...CELLS, values, smooth: true, scale } };
  return drawn.raster;
}

/** A line of one χ₁ within the plane, with the name at its end. */
function levelOf(
  response: Response,
  chi: number,
  most: Spread,
): { readonly line: Line; readonly end: Spread | null } {
  const all = levelLine(response, chi, most.sigmaB);
  const inside = all.filter(({ sigmaW }) => sigmaW <= most.sigmaW);
  const edge = chi === 1;
  return {
    line: {
      kind: 'line',
      x: inside.map(({ sigmaB }) => Math.min(sigmaB, most.sigmaB)),
      y: inside.map(({ sigmaW }) => sigmaW),
      ink: 'text',
      thick: edge,
      dash: edge ? 'solid' : 'dot',
      ...(edge ? {} : { opacity: 0.7 }),
    },
    end: inside.length === all.length ? (inside.at(-1) ?? null) : null,
  };
}

/** The class of an activation in a sentence. */
export function classWords(criticality: Criticality): string {
  switch (criticality.kind) {
    case 'scale-invariant':
      return text('wide.class.scaleInvariant', { sigmaW: formatNumber(criticality.sigmaW) });
    case 'zero':
      return text(criticality.stable ? 'wide.class.zero' : 'wide.class.zeroUnstable', {
        sigmaW: formatNumber(criticality.sigmaW),
      });
    case 'half-stable':
      return text('wide.class.halfStable', {
        q: formatNumber(criticality.q),
        sigmaW: formatNumber(criticality.sigmaW),
        sigmaB: formatNumber(criticality.sigmaB),
      });
    case 'none':
      return text(criticality.bias ? 'wide.class.noneBias' : 'wide.class.none');
  }
}

/** What becomes of a small difference of two inputs, in words. */
function fateWords({ chi1, xi }: MeanField): string {
  if (chi1 === null) return text('wide.fate.endless');
  if (xi !== null) return text('wide.fate.order', { xi: formatNumber(xi) });
  if (chi1 === 1) return text('wide.fate.edge');
  return text('wide.fate.chaos', { layers: formatNumber(1 / Math.log(chi1)) });
}

function factsOf(
  network: WideNetwork,
  field: MeanField,
  criticality: Criticality,
  start: readonly string[],
  fixed: string,
): Facts {
  const number = (value: number | null): string => (value === null ? '∞' : formatNumber(value));
  return {
    columns: [{ name: text('wide.here'), ink: 'second' }],
    rows: [
      { name: text('wide.fact.q'), values: [number(field.q)] },
      { name: text('wide.fact.chi'), values: [number(field.chi1)] },
      { name: text('wide.fact.xi'), values: [number(field.xi)] },
      { name: text('wide.fact.layers'), values: [String(network.sizes.length - 1)] },
    ],
    notes: [fateWords(field), classWords(criticality), fixed, text('wide.edge.claim'), ...start],
    long: true,
  };
}

/** The plane of starts of one activation, with the edge of chaos, depth scales and the run. **exact** at infinite width */
export function edgeFigure(
  network: WideNetwork,
  { response, criticality }: Known,
  start: readonly string[] = [],
): Figure {
  const most = planeOf(network);
  const field = meanFieldOf(response, network);
  const levels = [
    { chi: 1, words: text('wide.edge.line') },
    ...DEPTHS.map((layers) => ({
      chi: Math.exp(-1 / layers),
      words: text('wide.edge.depth', { layers }),
    })),
    ...DEPTHS.map((layers) => ({
      chi: Math.exp(1 / layers),
      words: text('wide.edge.growth', { layers }),
    })),
  ].map(({ chi, words }) => ({ chi, words, ...levelOf(response, chi, most) }));
  const critical = criticality.kind === 'none' ? null : criticality;
  const marks: Mark[] = levels.map(({ line }) => line);
  if (critical !== null) {
    marks.push({
      kind: 'dots',
      x: [critical.kind === 'half-stable' ? critical.sigmaB : 0],
      y: [critical.sigmaW],
      ink: 'text',
      shape: 'open',
      size: 11,
    });
  }
  marks.push({
    kind: 'dots',
    x: [network.sigmaB],
    y: [network.sigmaW],
    ink: 'second',
    shape: 'solid',
    size: 11,
  });
  const labels: EndLabel[] = levels.flatMap(({ chi, words, end }) =>
    end === null
      ? []
      : [
          {
            key: String(chi),
            panel: 0,
            at: end.sigmaW,
            words,
            ink: 'text' as const,
            strong: chi === 1,
            faint: chi !== 1,
          },
        ],
  );
  const facts = factsOf(network, field, criticality, start, fixedWords(fixedOf(response, network)));
  return {
    x: { name: text('wide.sigmaB'), scale: 'linear', span: { min: 0, max: most.sigmaB } },
    panels: [
      {
        y: { name: text('wide.sigmaW'), scale: 'linear', span: { min: 0, max: most.sigmaW } },
        share: 1,
        marks,
      },
    ],
    labels,
    raster: rasterOf(response, most),
    facts,
    summary: text('wide.edge.summary', {
      sigmaW: formatShort(network.sigmaW),
      sigmaB: formatShort(network.sigmaB),
      q: facts.rows[0].values[0],
      chi: facts.rows[1].values[0],
      fate: facts.notes[0],
      kind: facts.notes[1],
    }),
  };
}

/** The edge of chaos as a table, and the run on its first line. */
export function edgeTable(network: WideNetwork, { response }: Known): Table {
  const { q, chi1, xi } = meanFieldOf(response, network);
  return {
    columns: ['sigma_b', 'sigma_w', 'q*', 'chi_1', 'xi_c [layers]'],
    rows: [
      [network.sigmaB, network.sigmaW, q ?? Infinity, chi1 ?? Infinity, xi ?? NaN],
      ...levelLine(response, 1, planeOf(network).sigmaB).map(({ sigmaB, sigmaW }) => {
        const edge = meanFieldOf(response, { sigmaB, sigmaW });
        return [sigmaB, sigmaW, edge.q ?? Infinity, 1, NaN];
      }),
    ],
  };
}
