import { useId, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';
import { FRICTION } from '../../scenario/friction.ts';
import type { Scenario } from '../../scenario/types.ts';
import { useLab, type PresentRun } from '../../store/index.ts';
import { useControls } from '../controls/Controls.tsx';
import { helpText } from '../controls/help.ts';
import { ParameterRow } from '../controls/ParameterRow.tsx';
import { RegimeBadge } from '../controls/RegimeBadge.tsx';
import { SliderRow } from '../controls/SliderRow.tsx';
import { Words } from '../math/Words.tsx';
import { useKeyControls } from './keyControls.ts';
import { UnderTrack } from './UnderTrack.tsx';
import { useFriction } from './useFriction.ts';

/**
 * The controls that the lesson is about, always in sight above the transport: friction first, then what the
 * scenario names in `view.controls`.
 */
export function KeyStrip(): JSX.Element | null {
  const run = useLab((state) => state.present);
  const others = useKeyControls(useControls());
  if (run === null) return null;
  return (
    <section className="key-strip" aria-label={text('strip.key')} data-others={others.length}>
      <FrictionControl run={run} />
      {others.map(({ id, control }) => (
        <div className="other" key={id}>
          <ParameterRow id={id} control={control} />
        </div>
      ))}
      <RegimeBadge />
      <Settled />
    </section>
  );
}

/** Says to whoever watches the page whether what is shown is what the engine has. */
function Settled(): JSX.Element {
  const settled = useLab((state) => state.settled);
  return <i hidden data-settled={settled} />;
}

/** Why friction does not do here what it does elsewhere; null where it does. */
function reasonOf(scenario: Scenario, inertia: boolean, gamma: number | null): string | null {
  // A rate of its own: friction then only stretches the lattice.
  if (!inertia) return text(typeof scenario.dynamics.eta === 'number' ? 'strip.ownRate' : 'strip.firstOrder');
  return gamma === 0 ? text('strip.flat') : null;
}

function FrictionControl({ run }: { readonly run: PresentRun }): JSX.Element {
  const { handle, declaration, gamma, driven } = useFriction(run);
  const inertia = useLab(({ info }) => info?.tracks[0].firstOrder !== true);
  const helpId = useId();
  const reason = reasonOf(run.scenario, inertia, gamma);
  const id = 'parameter.expansion.de-sitter.gamma';
  const label = declared(`${id}.label`, declaration.label);
  const words = [driven ? text('strip.nowHelp') : '', reason ?? '', helpText(id, declaration)].filter(
    (sentence) => sentence !== '',
  );
  return (
    <>
      <div className="friction" data-driven={driven}>
        <SliderRow
          path={FRICTION}
          declaration={declaration}
          value={gamma}
          label={driven ? text('strip.now') : label}
          name={driven ? text('strip.nowName', { name: label }) : undefined}
          helpId={helpId}
          resolved={gamma}
          handle={handle}
        >
          {reason === null ? (
            <UnderTrack path={FRICTION} declaration={declaration} ends={inertia} driven={driven} />
          ) : (
            <p className="under reason">{reason}</p>
          )}
        </SliderRow>
        <p id={helpId} className="vh">
          {words.join(' ')}
        </p>
      </div>
      <Rate gamma={gamma} scenario={run.scenario} inertia={inertia} />
    </>
  );
}

/** The learning rate that friction is: 1/γ, or the run's own where it has one. */
function Rate({
  gamma,
  scenario,
  inertia,
}: {
  readonly gamma: number | null;
  readonly scenario: Scenario;
  readonly inertia: boolean;
}): JSX.Element {
  const { eta } = scenario.dynamics;
  const own = !inertia && typeof eta === 'number';
  const value = own ? eta : gamma === null ? NaN : 1 / gamma;
  return (
    <p className="strip-eta" data-tip={text('strip.etaHelp')}>
      <Words of={text(own ? 'strip.etaOwn' : 'strip.eta')} />{' '}
      <output className="num" aria-label={text('strip.etaName')} aria-live="off">
        {formatNumber(value)}
      </output>
    </p>
  );
}
