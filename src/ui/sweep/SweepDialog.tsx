import { useEffect, useMemo, useRef, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { otherKernels } from '../../engine/sweep/results.ts';
import { ScenarioError, type Scenario } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { scenarioNow } from '../controls/trackActions.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { download } from '../files/save.ts';
import { announce } from '../uiState.ts';
import { diagramOf, tallyOf } from './diagram.ts';
import { PhaseDiagram } from './PhaseDiagram.tsx';
import { kernelsOf, quantitiesOf } from './quantities.ts';
import { SavePicture } from './SavePicture.tsx';
import { firstSetup, sweepables, sweepOf, type Setup } from './setup.ts';
import {
  beginSweep,
  goOn,
  openPoint,
  resultParts,
  keptSetup,
  stopSweep,
  sweepText,
  useSweep,
} from './state.ts';
import { SweepForm } from './SweepForm.tsx';
import { axisNames, quantityName, spreadWords, stateWords } from './words.ts';
import './sweep.css';

/** Takes a setup for a sweep of the run; what is wrong with it is told. */
function made(scenario: Scenario, setup: Setup, then: (sweep: ReturnType<typeof sweepOf>) => void): void {
  try {
    then(sweepOf(scenario, setup));
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    useSweep.setState({ refused: error.message });
  }
}

/** What is drawn of a sweep: which quantity, and of more than two axes at which values of the others. */
function Chooser(): JSX.Element | null {
  const sweep = useSweep((state) => state.sweep);
  const points = useSweep((state) => state.points);
  const slice = useSweep((state) => state.slice);
  const quantity = useSweep((state) => state.quantity);
  const found = useMemo(() => quantitiesOf(points.values()), [points]);
  if (sweep === null) return null;
  const names = axisNames(sweep);
  const quantities = found.includes(quantity) ? found : [quantity, ...found];
  return (
    <div className="sweep-chooser">
      <ChoiceRow
        label={text('sweep.show')}
        value={quantity}
        options={quantities.map((value) => ({ value, label: quantityName(value) }))}
        restarts={false}
        onChoose={(value) => useSweep.setState({ quantity: value })}
      />
      {sweep.axes.map(({ path, values }, axis) =>
        axis === slice.x || axis === slice.y || values.length < 2 ? null : (
          <ChoiceRow
            key={path}
            label={text('sweep.fixed', { axis: names[axis].short })}
            value={String(slice.at[axis])}
            options={values.map((value, index) => ({
              value: String(index),
              label: names[axis].value(value),
            }))}
            restarts={false}
            onChoose={(index) => {
              const at = slice.at.map((old, n) => (n === axis ? Number(index) : old));
              useSweep.setState({ slice: { ...slice, at }, cursor: null });
            }}
          />
        ),
      )}
    </div>
  );
}

/** A sweep over one or two parameters of the present run, or one from a file, and its phase diagram. */
export function SweepDialog(): JSX.Element {
  const all = useSweep();
  const { state, setup, sweep, points, slice, quantity, cursor, refused } = all;
  const unit = useLab(({ info }) => info?.costUnit ?? null);
  const here = useLab(({ info }) => info?.kernel ?? null);
  // What is swept is the run as it stood when the dialog was opened.
  const scenario = useMemo(() => scenarioNow(), []);
  const choices = useMemo(() => (scenario === null ? [] : sweepables(scenario)), [scenario]);
  const asked = useLab(({ document }) => document?.view.controls);
  const form = useMemo(
    () => (scenario === null ? null : (keptSetup(setup, choices) ?? firstSetup(scenario, asked))),
    [scenario, setup, choices, asked],
  );
  const running = state === 'running';
  useEffect(() => stopSweep, []);
  const main = useRef<HTMLDivElement>(null);
  // Where the picture stands below the form it comes into sight with its first cells.
  useEffect(() => {
    if (running) main.current?.scrollIntoView({ block: 'start' });
  }, [running]);

  const tally = sweep === null ? null : tallyOf(sweep, points.values());
  const sentence = stateWords(all, tally);
  const spread =
    sweep === null
      ? ''
      : spreadWords(
          diagramOf(sweep, slice, quantity, (point) => points.get(point)),
          quantity,
        );
  useEffect(() => {
    if (!running && state !== 'idle') announce(`${sentence} ${spread}`);
  }, [running, state, sentence, spread]);
  const others = sweep === null ? [] : otherKernels(sweep, kernelsOf(points.values()), here);
  const finished = tally === null ? 0 : tally.done + tally.blown + tally.failed;
  const opened = cursor === null ? undefined : points.get(cursor);
  const save = (parts: string[], name: string, type: string): void =>
    download(new Blob(parts, { type }), name);
  return (
    <Modal title={text('sweep.title')} className="sweep">
      <div className="sweep-body">
        <div className="sweep-side">
          <p className="note">{text('sweep.about')}</p>
          {scenario === null || form === null ? null : (
            <SweepForm
              setup={form}
              choices={choices}
              onChange={(next) => useSweep.setState({ setup: next, refused: '' })}
            />
          )}
        </div>
        <div ref={main} className="sweep-main">
          {sweep === null ? (
            <p className="sweep-empty note">{text('sweep.empty')}</p>
          ) : (
            <>
              <Chooser />
              <PhaseDiagram sweep={sweep} slice={slice} names={axisNames(sweep)} />
              <div className="sweep-buttons">
                <button
                  type="button"
                  className="button"
                  disabled={cursor === null || opened?.state === 'failed'}
                  onClick={() => cursor !== null && openPoint(cursor)}
                >
                  {text('sweep.open')}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={finished === 0}
                  onClick={() => save(resultParts(), 'RESULTS.ndjson', 'application/x-ndjson')}
                >
                  {text('sweep.saveResults')}
                </button>
                <SavePicture
                  shown={{ sweep, slice, quantity, points, unit: all.unit }}
                  ready={finished > 0}
                />
              </div>
            </>
          )}
        </div>
      </div>
      <footer className="sweep-foot">
        {scenario === null || form === null ? null : (
          <div className="sweep-buttons">
            {running ? (
              <button type="button" className="button" onClick={stopSweep}>
                {text('sweep.stop')}
              </button>
            ) : (
              <button
                type="button"
                className="button primary"
                data-focus="true"
                onClick={() => made(scenario, form, (next) => beginSweep(next, unit))}
              >
                {text('sweep.begin')}
              </button>
            )}
            {!running && tally !== null && finished < tally.total ? (
              <button type="button" className="button" onClick={() => void goOn()}>
                {text('sweep.goOn')}
              </button>
            ) : null}
            <button
              type="button"
              className="button"
              onClick={() =>
                made(scenario, form, (next) => save([sweepText(next)], 'SWEEP.json', 'application/json'))
              }
            >
              {text('sweep.saveSweep')}
            </button>
          </div>
        )}
        {refused === '' ? null : (
          <p className="sweep-refused" role="alert">
            {refused}
          </p>
        )}
        <div className="sweep-state" data-state={state}>
          {running && tally !== null ? (
            <progress aria-label={text('sweep.progress')} max={tally.total} value={finished} />
          ) : null}
          <p role={state === 'broken' ? 'alert' : undefined}>{sentence}</p>
          {running ? null : <p className="note">{spread}</p>}
          {others.length === 0 ? null : (
            <p className="note">{text('sweep.otherBits', { kernels: others.join(', ') })}</p>
          )}
        </div>
      </footer>
    </Modal>
  );
}
