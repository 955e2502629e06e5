import { useMemo, useState, type JSX, type ReactNode } from 'react';
import { formatShort } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { FRICTION } from '../../scenario/friction.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { choicesOf } from '../../scenario/shipped.ts';
import { canSplit, COMPARISON_ID } from '../../scenario/trackChoices.ts';
import type { Scenario } from '../../scenario/types.ts';
import { useLab, type Comparison } from '../../store/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { scenarioNow, stopComparison } from '../controls/trackActions.ts';
import type { NumericDeclaration, ParameterControl } from '../controls/types.ts';
import { showDialog } from '../uiState.ts';
import { acrossCritical, beginSplit, beginScenario } from './compare.ts';
import { Modal } from './Modal.tsx';
import { SplitValue } from './SplitValue.tsx';

type Way = 'split' | 'scenario';

/** A live number of the run and its present value. */
export interface Splittable {
  readonly control: ParameterControl;
  readonly declaration: NumericDeclaration;
  readonly now: number;
}

function splittables(scenario: Scenario): readonly Splittable[] {
  return controlsOf(scenario)
    .flatMap(({ parameters }) => parameters)
    .flatMap((control) => {
      const { declaration, value, path } = control;
      const numeric = declaration.type === 'real' || declaration.type === 'integer';
      if (!numeric || !canSplit(scenario, path) || typeof value !== 'number') return [];
      return [{ control, declaration, now: value }];
    });
}

/** A second value to begin with: across critical friction, else twice the present one, or half where that is off. */
function secondValue({ control, declaration, now }: Splittable): number {
  const [min, max] = declaration.slider;
  const modes = useLab.getState().readouts?.modes;
  const across = control.path === FRICTION && modes !== undefined && acrossCritical(now, modes, [min, max]);
  if (typeof across === 'number') return across;
  const doubled = now === 0 ? (min + max) / 2 : 2 * now;
  const value = doubled <= max ? doubled : now / 2;
  return declaration.type === 'integer' ? Math.round(value) : value;
}

interface WayChoiceProps {
  readonly name: string;
  readonly checked: boolean;
  readonly title: MessageId;
  readonly about?: MessageId;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}

function WayChoice(props: WayChoiceProps): JSX.Element {
  const { name, checked, title, about, disabled = false, onChoose, children } = props;
  return (
    <div className={checked ? 'way chosen' : 'way'}>
      <label className="way-head">
        <input
          type="radio"
          name={name}
          checked={checked}
          disabled={disabled}
          data-focus={checked && name === 'way'}
          onChange={onChoose}
        />
        <span>
          <strong>{text(title)}</strong>
          {about === undefined ? null : <span className="note">{text(about)}</span>}
        </span>
      </label>
      {checked ? children : null}
    </div>
  );
}

/** Lays a second run beside this one: the same with one parameter split, or another scenario. */
export function CompareDialog(): JSX.Element {
  const comparing = useLab(
    ({ document }) => document?.tracks.some(({ id }) => id === COMPARISON_ID) ?? false,
  );
  const shipped = useLab((state) => state.shipped);
  const current = useLab((state) => state.shippedId);
  // What is chosen here is chosen for the run as it stood when the dialog was opened.
  const scenario = useMemo(() => scenarioNow(), []);
  const split = useMemo(() => (scenario === null ? [] : splittables(scenario)), [scenario]);
  const [way, setWay] = useState<Way>(split.length === 0 ? 'scenario' : 'split');
  const [path, setPath] = useState(
    () => (split.find(({ control }) => control.path === FRICTION) ?? split[0])?.control.path ?? '',
  );
  const chosen = split.find(({ control }) => control.path === path);
  const [value, setValue] = useState(() => (chosen === undefined ? 0 : secondValue(chosen)));
  const others = choicesOf(shipped).filter(({ id }) => id !== current);
  const [other, setOther] = useState(others[0]?.id ?? '');
  const [mode, setMode] = useState<Comparison['mode']>('twin');
  const [problem, setProblem] = useState('');
  const [refused, setRefused] = useState(false);

  const same = way === 'split' && chosen !== undefined && value === chosen.now;
  const choosePath = (next: string): void => {
    setPath(next);
    setProblem('');
    const found = split.find(({ control }) => control.path === next);
    if (found !== undefined) setValue(secondValue(found));
  };
  const begin = async (): Promise<void> => {
    const fault = way === 'split' ? beginSplit(path, value, mode) : await beginScenario(other, mode);
    if (fault === null) showDialog(null);
    else setProblem(fault);
  };
  return (
    <Modal title={text('compare.title')} className="compare">
      <div className="compare-body">
        <fieldset>
          <legend>{text('compare.with')}</legend>
          <WayChoice
            name="way"
            checked={way === 'split'}
            disabled={split.length === 0}
            title="compare.split"
            about={split.length === 0 ? 'compare.noSplit' : 'compare.splitAbout'}
            onChoose={() => setWay('split')}
          >
            <ChoiceRow
              label={text('compare.parameter')}
              value={path}
              options={split.map(({ control, declaration, now }) => ({
                value: control.path,
                label: `${declaration.label} ${declaration.symbol} = ${formatShort(now)}`,
              }))}
              restarts={false}
              onChoose={choosePath}
            />
            {chosen === undefined ? null : (
              <SplitValue
                key={path}
                declaration={chosen.declaration}
                now={chosen.now}
                value={value}
                onChange={setValue}
                onRefused={setRefused}
              />
            )}
          </WayChoice>
          <WayChoice
            name="way"
            checked={way === 'scenario'}
            disabled={others.length === 0}
            title="compare.scenario"
            about="compare.scenarioAbout"
            onChoose={() => setWay('scenario')}
          >
            <ChoiceRow
              label={text('compare.which')}
              value={other}
              options={others.map(({ id, title, scenario: { chapter } }) => ({
                value: id,
                label: title,
                group: text(`scenarios.chapter.${chapter}`),
              }))}
              restarts={false}
              onChoose={(id) => {
                setOther(id);
                setProblem('');
              }}
            />
          </WayChoice>
        </fieldset>
        <fieldset>
          <legend>{text('compare.show')}</legend>
          <WayChoice
            name="mode"
            checked={mode === 'twin'}
            title="compare.twin"
            onChoose={() => setMode('twin')}
          />
          <WayChoice
            name="mode"
            checked={mode === 'difference'}
            title="compare.difference"
            onChoose={() => setMode('difference')}
          />
        </fieldset>
        <p className="compare-problem" role="status">
          {same ? text('compare.same') : problem}
        </p>
      </div>
      <footer>
        <button
          type="button"
          className="button primary"
          disabled={same || (way === 'split' && refused) || (way === 'scenario' && other === '')}
          onClick={() => void begin()}
        >
          {text('compare.start')}
        </button>
        {comparing ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              showDialog(null);
              stopComparison();
            }}
          >
            {text('compare.stop')}
          </button>
        ) : null}
      </footer>
    </Modal>
  );
}
