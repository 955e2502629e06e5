import { Fragment, useEffect, useMemo, useRef, type JSX, type ReactNode } from 'react';
import '../../messages/late.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { latestFrame, onLinked, presentOf, useLab } from '../../store/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { partOf, valuesOf } from '../../scenario/sections.ts';
import { EquationView } from '../math/EquationView.tsx';
import { Sym } from '../math/Sym.tsx';
import { Words } from '../math/Words.tsx';
import { placeOf } from '../rails/synapsePlace.ts';
import { Section } from '../rails/Section.tsx';
import { wayShort } from './wayWords.ts';
import { commandOf, type CommandId } from '../commands.ts';
import { chordLabel } from '../shortcuts.ts';

interface Going {
  readonly from: string;
  readonly to: string;
  readonly hue?: string;
}

/** Layers that are named one by one. */
const MOST_LAYERS = 6;

/** Where each thing of the network goes on the lattice. */
function goingsOf({ layout, quadratic, tracks }: RunInfo): readonly Going[] {
  const { sheets, synapses } = layout;
  const layers: readonly Going[] =
    sheets.length < 2
      ? []
      : sheets[0].rowLabel === 'layer'
        ? [{ from: text('morph.layers'), to: text('morph.rows') }]
        : sheets.some(({ name }) => !name.startsWith('W'))
          ? [{ from: text('morph.layers'), to: text('morph.sheet') }]
          : sheets.slice(0, MOST_LAYERS).map(({ name }, layer) => ({
              from: text('morph.layer', { layer: layer + 1 }),
              to: `*${name}*`,
            }));
  return [
    { from: text('morph.wire'), to: text('morph.site') },
    ...(synapses.count > tracks[0].weightCount
      ? [{ from: text('morph.shared'), to: text('morph.oneSite') }]
      : []),
    { from: text('morph.colour'), to: text('morph.height'), hue: 'c-second' },
    ...layers,
    ...(quadratic
      ? [
          // Weights that meet in an output are coupled, those of one input are not (physics 1.1).
          { from: text('morph.neuron'), to: text('morph.bonds') },
          { from: text('morph.inputs'), to: text('morph.couplings') },
          { from: text('morph.targets'), to: text('morph.minimum') },
        ]
      : [{ from: text('morph.samples'), to: text('morph.coefficients') }]),
  ];
}

/** What the network puts out, as its kind says it; null where it does not. */
function outputOf(info: RunInfo) {
  const { system } = presentOf(info).scenario;
  const part = partOf('system', system.kind);
  const values = valuesOf(system);
  return part.outputFormula?.(values) ?? part.layerFormula?.(values) ?? null;
}

/** The rail beside the flight. @param toggle  the button that folds it */
export function MorphRail({ toggle }: { readonly toggle: ReactNode }): JSX.Element {
  const info = useLab((state) => state.info);
  return (
    <>
      <section className="sec">
        <h2>
          <span>{text('morph.where')}</span>
          {toggle}
        </h2>
        {info === null ? null : <Where info={info} />}
      </section>
      {info === null ? null : <Output info={info} />}
      <Followed />
    </>
  );
}

function Where({ info }: { readonly info: RunInfo }): JSX.Element {
  return (
    <dl className="where">
      {goingsOf(info).map(({ from, to, hue }) => (
        <Fragment key={`${from}${to}`}>
          <dt>
            <Words of={from} />
          </dt>
          <span className="arrow" aria-hidden="true">
            →
          </span>
          <dd className={hue}>
            <Words of={to} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Output({ info }: { readonly info: RunInfo }): JSX.Element | null {
  const equation = outputOf(info);
  if (equation === null) return null;
  const { source } = partOf('system', presentOf(info).scenario.system.kind);
  return (
    <Section title={text('morph.output')} source={source} name="output">
      <div className="eqs">
        <EquationView equation={equation} />
      </div>
    </Section>
  );
}

/** The linked synapse: its weight, its place, and how far on its way it is. */
function Followed(): JSX.Element {
  const weight = useLab((state) => state.hovered ?? state.selected);
  const info = useLab((state) => state.info);
  if (weight === null || info === null || weight >= info.tracks[0].weightCount) {
    return (
      <Section title={text('morph.synapse')} name="synapse">
        <p className="note">{text('morph.none')}</p>
        <WayNote />
      </Section>
    );
  }
  return <Linked info={info} weight={weight} />;
}

function Linked({ info, weight }: { readonly info: RunInfo; readonly weight: number }): JSX.Element {
  useLab((state) => state.readouts);
  const way = useRef<HTMLSpanElement>(null);
  const value = latestFrame()?.tracks[0]?.weights[weight];
  const place = useMemo(() => placeOf(info, weight), [info, weight]);
  // It changes with every drawing of a flight: written as DOM.
  useEffect(
    () =>
      onLinked((part) => {
        if (way.current !== null) way.current.textContent = part === null ? '' : wayShort(part);
      }),
    [],
  );
  return (
    <Section title={text('morph.synapse')} source={text('synapse.linked')} name="synapse">
      {place === null ? null : <p className="note">{place}</p>}
      <div className="kv">
        <div className="kv-row">
          <span className="s c-second">
            <Sym of={`w_${weight}`} />
          </span>
          <span className="n">{text('morph.weight')}</span>
          <span className="v">{formatSigned(value)}</span>
        </div>
        <div className="kv-row">
          <span className="s">
            <Sym of="m" />
          </span>
          <span className="n">{text('morph.onWay')}</span>
          <span className="v" ref={way} />
        </div>
      </div>
    </Section>
  );
}

function WayNote(): JSX.Element {
  const id: CommandId = `picture-${useLab((state) => state.maximized) ?? ''}`;
  const key = chordLabel(commandOf(id).keys[0] ?? '');
  return <p className="note">{text('morph.words', { key })}</p>;
}
