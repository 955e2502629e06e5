import type { JSX } from 'react';
import { HEADER } from '../../engine/frame.ts';
import { formatNumber } from '../../messages/format.ts';
import { partOf } from '../../scenario/sections.ts';
import { latestFrame, useLab } from '../../store/index.ts';
import { sourceEnergies } from './energies.ts';

/** Numbers of this moment under an equation, in the colours of its letters. */

/** Frames hold 32-bit numbers, and may be a tenth of a second newer than the readouts. */
const AGREES = 0.05;

const shown = (value: number | undefined): string => formatNumber(value);

/** T − C = L, and T − c of samples that are drawn; nothing where the path makes no action stationary. */
export function LagrangianNumbers(): JSX.Element | null {
  const main = useLab((state) => state.readouts?.tracks[0]);
  const track = useLab((state) => state.info?.tracks[0]);
  if (main === undefined || track === undefined || partOf('dynamics', track.dynamics).hamilton !== true)
    return null;
  const cost = track.drawn ? main.batchCost : main.cost;
  return (
    <p className="eq-numbers">
      = <span className="c-second">{shown(main.kinetic)}</span> − {shown(cost)} ={' '}
      <b>{shown(main.kinetic - cost)}</b>
    </p>
  );
}

/** The two sums of a quadratic cost, J’s and K’s. */
export function CostNumbers(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const cost = useLab((state) => state.readouts?.tracks[0]?.cost);
  const frame = latestFrame();
  if (info === null || frame === null || cost === undefined || frame.header[HEADER.sources] !== 1)
    return null;
  // C is of all samples, also where some are at work.
  const drawn = frame.fullJ.length > 0;
  const { site, bond } = sourceEnergies(
    frame.tracks[0].weights,
    drawn ? frame.fullJ : frame.sourceJ,
    drawn ? frame.fullK : frame.couplingK,
    info.layout.bonds,
  );
  // Where the minimum is not at w = 0 the two sums are not the cost.
  if (Math.abs(site + bond - cost) > AGREES * Math.abs(cost)) return null;
  return (
    <p className="eq-numbers">
      = <span className="c-J">{shown(site)}</span> + <span className="c-K">{shown(bond)}</span>
    </p>
  );
}
