import { formatInteger, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Measured, PowerFit } from '../../../scenario/wideTheory.ts';
import { BIN, BINS } from '../../../store/ensembles.ts';
import { decades } from '../axes.ts';
import type { Dots, EndLabel, Facts, Figure, Ink, Line, Mark, Shown, Table } from '../figure.ts';
import { fitsOf, type WidthMeasures } from './measures.ts';

/** Part of a decade that is left free on both sides of the widths. */
const ROOM = 0.12;
/** Densities below this are single networks. */
const FAINT = -4;

const positive = (value: number): number => (value > 0 ? value : NaN);

/** Points with error bars; what is not above 0 has no place on a logarithmic axis. */
function bars(
  all: readonly WidthMeasures[],
  of: (one: WidthMeasures) => Measured | null,
  ink: Ink,
  shape: Dots['shape'],
): Mark[] {
  const known = all.flatMap((one) => {
    const y = of(one);
    return y === null ? [] : [{ x: one.width, y }];
  });
  const line: Line = {
    kind: 'line',
    x: known.flatMap(({ x, y }) => (y.error > 0 ? [x, x, NaN] : [])),
    y: known.flatMap(({ y: { value, error } }) =>
      error > 0 ? [Math.max(value - error, 1e-9), positive(value + error), NaN] : [],
    ),
    ink,
    opacity: 0.6,
  };
  return [
    line,
    {
      kind: 'dots',
      x: known.map(({ x }) => x),
      y: known.map(({ y }) => positive(y.value)),
      ink,
      shape,
      size: 7,
    },
  ];
}

const ends = (all: readonly WidthMeasures[]): readonly [number, number] => [
  all[0].width,
  all[all.length - 1].width,
];

function fitLine(all: readonly WidthMeasures[], fit: PowerFit | null, ink: Ink): Line[] {
  if (fit === null) return [];
  const x = ends(all);
  return [{ kind: 'line', x, y: x.map((n) => fit.factor * n ** fit.slope), ink, dash: 'dot', opacity: 0.7 }];
}

/** A measured power with its error, in as many digits as that has. */
function fitWords(fit: PowerFit | null): string {
  if (fit === null) return '–';
  const digits = fit.slopeError < 0.01 ? 3 : 2;
  return `${fit.slope.toFixed(digits).replace('-', '−')} ± ${fit.slopeError.toFixed(digits)}`;
}

function factsOf(all: readonly WidthMeasures[], notes: readonly string[]): Facts {
  const { kernel, fluctuation, drift } = fitsOf(all);
  return {
    columns: [{ name: text('wide.ensemble.power'), ink: 'text' }],
    rows: [
      { name: text('wide.ensemble.kurtosis'), values: [fitWords(kernel)] },
      { name: text('wide.ensemble.fluctuation'), values: [fitWords(fluctuation)] },
      ...(drift === null ? [] : [{ name: text('wide.ensemble.drift'), values: [fitWords(drift)] }]),
    ],
    notes,
    long: true,
  };
}

/** Kurtosis, and how far the tangent kernel is from its mean and from its start, against the width. */
export function widthFigure(all: readonly WidthMeasures[]): Shown {
  if (all.length === 0) return { empty: text('wide.ensemble.working') };
  const fits = fitsOf(all);
  const exact = all.every(({ theory }) => theory.claim === 'exact');
  const [least, most] = ends(all).map(Math.log10);
  const theory: Line = {
    kind: 'line',
    x: all.map(({ width }) => width),
    y: all.map((one) => one.theory.excess),
    ink: 'theory',
    dash: 'dash',
  };
  const drifts = all.some(({ drift }) => drift !== null);
  const last = all[all.length - 1];
  const label = (
    key: string,
    panel: number,
    at: number,
    words: string,
    ink: Ink,
    strong = false,
  ): EndLabel => ({
    key,
    panel,
    at: at > 0 ? at : 1e-3,
    words,
    ink,
    strong,
  });
  const kurtoses = [
    all.map(({ theory: { excess } }) => excess),
    all.map(({ kernel }) => kernel.value),
    all.map(({ direct }) => direct.value),
  ];
  const kernels = [
    all.map(({ fluctuation }) => fluctuation.value),
    all.map(({ drift }) => drift?.value ?? NaN),
  ];
  const figure: Figure = {
    x: { name: text('wide.ensemble.width'), scale: 'log', span: { min: least - ROOM, max: most + ROOM } },
    panels: [
      {
        y: {
          name: text('wide.ensemble.kurtosisAxis'),
          scale: 'log',
          span: decades(kurtoses) ?? { min: -3, max: 0 },
        },
        share: 1,
        marks: [
          theory,
          ...bars(all, ({ direct }) => direct, 'text-2', 'open'),
          ...bars(all, ({ kernel }) => kernel, 'second', 'solid'),
        ],
      },
      {
        y: {
          name: text('wide.ensemble.kernelAxis'),
          scale: 'log',
          span: decades(kernels) ?? { min: -2, max: 0 },
        },
        share: 1,
        marks: [
          ...fitLine(all, fits.fluctuation, 'second'),
          ...fitLine(all, fits.drift, 'descent'),
          ...bars(all, ({ fluctuation }) => fluctuation, 'second', 'solid'),
          ...bars(all, ({ drift }) => drift, 'descent', 'open'),
        ],
      },
    ],
    labels: [
      label(
        'theory',
        0,
        last.theory.excess,
        text(exact ? 'wide.ensemble.exact' : 'wide.ensemble.leading'),
        'theory',
      ),
      label('kernel', 0, last.kernel.value, text('wide.ensemble.kernel'), 'second', true),
      label('direct', 0, last.direct.value, text('wide.ensemble.direct'), 'text-2'),
      label('fluctuation', 1, last.fluctuation.value, text('wide.ensemble.spread'), 'second', true),
      ...(drifts
        ? [label('drift', 1, last.drift?.value ?? NaN, text('wide.ensemble.driftLabel'), 'descent' as const)]
        : []),
    ],
    labelRoom: 9.6,
    facts: factsOf(all, [
      text(exact ? 'wide.ensemble.claimExact' : 'wide.ensemble.claimLeading'),
      text('wide.ensemble.claimFit'),
      ...(drifts ? [text('wide.ensemble.claimDrift')] : []),
    ]),
    summary: text('wide.ensemble.summary', {
      least: all[0].width,
      most: last.width,
      excess: formatShort(last.kernel.value),
      error: formatShort(last.kernel.error),
      theory: formatShort(last.theory.excess),
      kurtosis: fitWords(fits.kernel),
      fluctuation: fitWords(fits.fluctuation),
      drift: fitWords(fits.drift),
    }),
  };
  return figure;
}

/** The outputs of networks of one width over the normal law that infinitely wide ones have. */
export function outputsFigure(all: readonly WidthMeasures[], width: number): Shown {
  const one = all.find((entry) => entry.width === width) ?? all[0];
  if (one === undefined) return { empty: text('wide.ensemble.working') };
  const edges = Array.from({ length: BINS + 1 }, (_, k) => (k - BINS / 2) * BIN);
  const grid = Array.from({ length: 161 }, (_, k) => -4 + k / 20);
  const normal = grid.map((z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
  const steps = edges.flatMap((edge, k) => [
    { x: edge, y: k > 0 ? one.density[k - 1] : NaN },
    { x: edge, y: k < BINS ? one.density[k] : NaN },
  ]);
  const tail = one.density[BINS - 1];
  return {
    x: { name: text('wide.ensemble.output'), scale: 'linear', span: { min: -4, max: 4 } },
    panels: [
      {
        y: { name: text('wide.ensemble.density'), scale: 'log', span: { min: FAINT, max: 0 } },
        share: 1,
        marks: [
          { kind: 'line', x: grid, y: normal, ink: 'theory', dash: 'dash' },
          {
            kind: 'line',
            x: steps.map(({ x }) => x),
            y: steps.map(({ y }) => positive(y)),
            ink: 'second',
            thick: true,
          },
        ],
      },
    ],
    labels: [
      { key: 'normal', panel: 0, at: normal[160], words: text('wide.ensemble.normal'), ink: 'theory' },
      {
        key: 'drawn',
        panel: 0,
        at: tail > 0 ? tail : 1e-3,
        words: text('wide.ensemble.drawn', { count: formatInteger(one.networks) }),
        ink: 'second',
        strong: true,
      },
    ],
    labelRoom: 9.6,
    facts: factsOf(all, [text('wide.ensemble.claimNormal'), text('wide.ensemble.claimTail')]),
    summary: text('wide.ensemble.summaryOutputs', {
      width: one.width,
      count: one.networks,
      excess: formatShort(one.direct.value),
      error: formatShort(one.direct.error),
    }),
  };
}

/** A row for every width. */
export function ensembleTable(all: readonly WidthMeasures[]): Table {
  return {
    columns: [
      'width n',
      'networks',
      'excess kurtosis of outputs',
      'error',
      '3 Var K/(E K)^2',
      'error',
      'theory',
      'std Theta/mean Theta',
      'error',
      'drift of Theta',
      'error',
    ],
    rows: all.map(({ width, networks, direct, kernel, theory, fluctuation, drift }) => [
      width,
      networks,
      direct.value,
      direct.error,
      kernel.value,
      kernel.error,
      theory.excess,
      fluctuation.value,
      fluctuation.error,
      drift?.value ?? NaN,
      drift?.error ?? NaN,
    ]),
  };
}
