import { useId, useMemo, type JSX, type ReactNode } from 'react';
import { formatNumber } from '../../messages/format.ts';
import '../../messages/late.ts';
import { text } from '../../messages/index.ts';
import { expansionOf, growthAt, isSteady, type Expansion } from '../../scenario/expansion.ts';
import { siteSpacing } from '../../scenario/spacing.ts';
import type { Scenario } from '../../scenario/types.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { useRailControls } from '../controls/Controls.tsx';
import { KindRow } from '../controls/KindRow.tsx';
import { ParameterRow } from '../controls/ParameterRow.tsx';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { EquationView } from '../math/EquationView.tsx';
import type { Equation } from '../math/equations.ts';
import { Sym } from '../math/Sym.tsx';
import { Words } from '../math/Words.tsx';
import { Section } from '../rails/Section.tsx';
import { Readout } from '../transport/Readout.tsx';
import { analogyWords } from './analogy.ts';
import { closedForms, natureOf } from './closedForms.ts';
import './universeRail.css';

const volume: Equation = {
  id: 'volume',
  tex: '\\sqrt{-g}=\\htmlClass{c-expansion}{a}^{d}=e^{\\int\\!\\gamma\\,dt}',
  plain: '√−g = a^d = e^(∫γ dt)',
};
const fluid: Equation = {
  id: 'fluid',
  tex: '\\htmlClass{c-expansion}{w_{\\text{eff}}}=-1+2\\,\\dfrac{d\\eta}{dt}',
  plain: 'w_eff = −1 + 2 dη/dt',
};

interface Running {
  readonly scenario: Scenario;
  readonly expansion: Expansion;
  /** Whether the cost is. */
  readonly quadratic: boolean;
}

/** The history of the run as it stands. */
function useRunning(): Running | null {
  const info = useLab((state) => state.info);
  return useMemo(() => {
    if (info === null) return null;
    const scenario = presentOf(info).scenario;
    return { scenario, expansion: expansionOf(scenario, info.dimension), quadratic: info.quadratic };
  }, [info]);
}

/** The rail beside the universe. @param toggle  the button that folds it */
export function UniverseRail({ toggle }: { readonly toggle: ReactNode }): JSX.Element {
  return (
    <>
      <section className="sec">
        <h2>
          <span>{text('now.title')}</span>
          {toggle}
        </h2>
        <UniverseNow />
      </section>
      <UniverseSections />
    </>
  );
}

/** e-folds, scale factor, volume, Hubble rate, spacing: now. */
function UniverseNow(): JSX.Element | null {
  const running = useRunning();
  const now = useLab((state) => state.readouts);
  if (running === null || now === null) return null;
  const { logScaleFactor: log, hubble } = now;
  const bang = !Number.isFinite(now.efolds) || log === -Infinity;
  const efolds = bang ? log : now.efolds;
  const spacing = siteSpacing(running.scenario.system);
  const scale = Math.exp(log);
  const cells = [
    { key: 'scale', words: 'universe.rail.scale', name: 'universe.rail.scaleName', value: scale },
    {
      key: 'volume',
      words: 'universe.rail.volume',
      name: 'universe.rail.volumeName',
      value: running.expansion.dimension * log,
    },
    { key: 'hubble', words: 'universe.rail.hubble', name: 'universe.rail.hubbleName', value: hubble },
    {
      key: 'spacing',
      words: 'universe.rail.spacing',
      name: 'universe.rail.spacingName',
      value: spacing * scale,
    },
  ] as const;
  return (
    <>
      <div className="efolds">
        <div className="k">
          <Words of={text(bang ? 'universe.rail.efoldsBang' : 'universe.rail.efolds')} />
        </div>
        <Readout
          name={text('readout.efolds')}
          value={efolds}
          shown={formatNumber(efolds)}
          className="efolds-number c-expansion"
        />
      </div>
      <div className="quad">
        {cells.map(({ key, words, name, value }) => (
          <div className="cell" key={key}>
            <div className="k">
              <Words of={text(words)} />
            </div>
            <Readout
              name={text(name)}
              value={value}
              shown={formatNumber(value)}
              className={formatNumber(value).length >= 8 ? 'v long' : 'v'}
            />
          </div>
        ))}
      </div>
    </>
  );
}

/** The history with its numbers and controls, what is drawn, closed forms, and where the likeness ends. */
function UniverseSections(): JSX.Element | null {
  const running = useRunning();
  if (running === null) return null;
  return (
    <>
      <History running={running} />
      <Section title={text('universe.rail.drawn')} name="universe-drawn">
        <dl className="drawn">
          <dt>{text('universe.rail.radius')}</dt>
          <dd>
            <i>a</i>(<i>t</i>)
          </dd>
          <dt>{text('universe.rail.colour')}</dt>
          <dd>
            <i>a</i>
            <sup>d/2</sup> <i>w</i>
          </dd>
          <dt>{text('universe.rail.zoom')}</dt>
          <dd>{text('universe.rail.follows')}</dd>
        </dl>
      </Section>
      <Limits running={running} />
      <Closed running={running} />
    </>
  );
}

function History({ running }: { readonly running: Running }): JSX.Element {
  const { expansion } = running;
  const gamma = useLab((state) => state.readouts?.gamma) ?? NaN;
  const time = useLab((state) => state.readouts?.time) ?? 0;
  const controls = useRailControls().find(({ section }) => section === 'expansion');
  const w = expansion.equationOfState(time);
  const rows = [
    { symbol: 'η', name: text('universe.rail.rate'), shown: formatNumber(1 / gamma), hue: '' },
    { symbol: 'γ', name: text('universe.rail.friction'), shown: formatNumber(gamma), hue: '' },
    {
      symbol: 'd',
      name: text('universe.rail.dimensions'),
      shown: formatNumber(expansion.dimension, 1),
      hue: '',
    },
    {
      symbol: 'w_eff',
      name: text('universe.rail.fluid'),
      shown: w === null ? text('universe.rail.flatFluid') : formatNumber(w),
      hue: ' c-expansion',
    },
  ];
  return (
    <Section
      title={text('universe.rail.history')}
      source={text('universe.rail.source')}
      name="universe-history"
    >
      <EquationView equation={volume} />
      <EquationView equation={fluid} />
      <div className="kv">
        {rows.map(({ symbol, name, shown, hue }) => (
          <div className="kv-row" key={symbol}>
            <span className={`s${hue}`}>
              <Sym of={symbol} />
            </span>
            <span className="n">{name}</span>
            <span className={`v${hue}`}>{shown}</span>
          </div>
        ))}
      </div>
      {controls === undefined ? null : (
        <div className="history-controls">
          <KindRow section={controls} />
          {controls.parameters
            // Points are dragged under the horn; the start time stays behind "More" in the left rail.
            .filter(({ declaration }) => declaration.apply === 'live' && declaration.type !== 'vector')
            .map((control) => (
              <ParameterRow
                key={`${controls.kind}.${control.path}`}
                id={`parameter.expansion.${controls.kind}.${control.name}`}
                control={control}
              />
            ))}
        </div>
      )}
    </Section>
  );
}

/** What is analogy, and the switch that makes it less of one. */
function Limits({ running }: { readonly running: Running }): JSX.Element {
  const helpId = useId();
  const { scenario, expansion } = running;
  const redshift = scenario.system.redshift;
  const field = typeof redshift === 'string';
  const on = redshift === 'physical';
  const start = typeof scenario.expansion.t0 === 'number' ? scenario.expansion.t0 : 0;
  const bang = expansion.logScaleFactor(start) === -Infinity;
  const time = useLab((state) => state.readouts?.time) ?? start;
  const words = analogyWords(on, isSteady(scenario), growthAt(expansion, time));
  return (
    <Section title={text('universe.rail.limits')} name="universe-limits">
      <p className="analogy">
        <span className="tag">{text('dictionary.analogy')}</span>
      </p>
      <p className="note">{text(words)}</p>
      <p className="note">{text('universe.rail.exact')}</p>
      <p className="note">{text(on ? 'universe.rail.spectator' : 'universe.rail.convention')}</p>
      {field ? (
        <SwitchRow
          label={text('universe.rail.redshift')}
          checked={on}
          helpId={helpId}
          path="system.redshift"
          disabled={bang && !on}
          onChange={(next) => useLab.getState().setParameter('system.redshift', next ? 'physical' : 'none')}
        />
      ) : null}
      {field && !(bang && !on) ? null : (
        <p id={helpId} className="note">
          {text(field ? 'universe.rail.redshiftBang' : 'universe.rail.networkOnly')}
        </p>
      )}
    </Section>
  );
}

function Closed({ running }: { readonly running: Running }): JSX.Element {
  const { scenario, expansion, quadratic } = running;
  const { scales, mode, none } = closedForms(scenario.expansion, expansion, natureOf(scenario, quadratic));
  return (
    <Section title={text('universe.rail.closed')} name="universe-closed">
      {scales.length === 0 ? null : (
        <>
          <p className="note">{text('universe.rail.closedScale')}</p>
          {scales.map((scale) => (
            <EquationView key={scale.id} equation={scale} />
          ))}
        </>
      )}
      {mode === null ? null : (
        <>
          <p className="note">{text(mode.words)}</p>
          <EquationView equation={mode.equation} />
        </>
      )}
      {scales.length === 0 && mode === null ? null : (
        <p className="note">{text('universe.rail.closedExact')}</p>
      )}
      {mode === null ? <p className="note">{text(none)}</p> : null}
    </Section>
  );
}
