import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { studyObstacle, type StudyId, type StudyObstacle } from '../../../scenario/studies.ts';
import { studyOf, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { studyFigure, studyTable, type StudyLook } from './figure.ts';

function obstacleNow(id: StudyId): StudyObstacle | null {
  const { present } = useLab.getState();
  return present === null ? null : studyObstacle(id, present.scenario);
}

function studySource(look: StudyLook): ChartSource {
  const report = () => studyOf(useLab.getState().seen, look.id);
  return {
    state: () => [report(), obstacleNow(look.id), ...(look.here?.state() ?? [])],
    figure: () => studyFigure(look, report(), obstacleNow(look.id)),
    table: () => studyTable(look, report()),
    ...(look.here && { open: look.here.watch }),
  };
}

/** A study of the scenario: its picture, and the button that makes it. */
export function StudyChart({ look, register }: ChartProps & { readonly look: StudyLook }): JSX.Element {
  const [source] = useState(() => studySource(look));
  const controls = <StudyControls id={look.id} />;
  return (
    <LiveChart source={source} title={text(look.title)} register={register} action={controls}>
      {controls}
    </LiveChart>
  );
}

/** Runs a study, says how far it is, and cancels it. */
function StudyControls({ id }: { readonly id: StudyId }): JSX.Element | null {
  const report = useLab(({ seen }) => studyOf(seen, id));
  const obstacle = useLab(({ present }) =>
    present === null ? 'at-rest' : studyObstacle(id, present.scenario),
  );
  if (obstacle !== null) return null;
  const state = report?.state ?? 'none';
  if (report?.state === 'running') {
    const percent = Math.floor(100 * report.done);
    return (
      <div className="study" data-state={state}>
        <button type="button" className="button" onClick={() => useLab.getState().cancelStudy()}>
          {text('study.cancel')}
        </button>
        <progress aria-label={text('study.progress')} max={100} value={percent} />
        <span aria-hidden="true">{percent} %</span>
      </div>
    );
  }
  return (
    <div className="study" data-state={state}>
      <button
        type="button"
        className={report === null ? 'button primary' : 'button'}
        onClick={() => useLab.getState().runStudy(id)}
      >
        {text(report === null ? 'study.run' : 'study.again')}
      </button>
    </div>
  );
}
