import { addAfterEffect, addEffect } from '@react-three/fiber';
import { useEffect, useId, useState, useSyncExternalStore, type JSX } from 'react';
import { HEADER } from '../../engine/frame.ts';
import { formatNumber } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';
import '../../messages/late.ts';
import {
  chooseQuality,
  latestFrame,
  onFrame,
  onQuality,
  qualityChoice,
  qualityLevel,
  qualityLevels,
  useLab,
  type QualityChoice,
  type QualityLevel,
} from '../../store/index.ts';
import { PaceMeter, type Pace } from './pace.ts';
import './meter.css';

/** Milliseconds between two readings: slower than figures can be read is slow enough. */
const READ_MS = 500;

/** How fast the run and the pictures go on this machine, for who prepares a talk or reports a fault. Not in a live region. */
export function Meter(): JSX.Element {
  const [pace, setPace] = useState<Pace | null>(null);
  const sites = useLab(
    (state) => state.info?.tracks.reduce((sum, { weightCount }) => sum + weightCount, 0) ?? 0,
  );
  const kernel = useLab((state) => state.info?.kernel);
  useEffect(() => {
    const meter = new PaceMeter(() => performance.now());
    const ends = [
      onFrame(() => {
        const header = latestFrame()?.header;
        if (header !== undefined) meter.frame(header[HEADER.run], header[HEADER.step]);
      }),
      addEffect(() => meter.begin()),
      addAfterEffect(() => meter.end()),
    ];
    const timer = setInterval(() => setPace(meter.read()), READ_MS);
    return () => {
      clearInterval(timer);
      for (const end of ends) end();
    };
  }, []);
  const figure = (value: number): string =>
    Number.isFinite(value) ? formatNumber(value) : text('meter.none');
  const rows = [
    ['steps', pace?.steps ?? NaN],
    ['updates', (pace?.steps ?? NaN) * sites],
    ['drawing', pace?.drawing ?? NaN],
    ['drawings', pace?.drawings ?? NaN],
  ] as const;
  return (
    <aside className="meter" aria-label={text('meter.title')}>
      <dl>
        {rows.map(([id, value]) => (
          <div key={id} className="figure">
            <dt>{text(`meter.${id}`)}</dt>
            <dd>{figure(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{text('meter.kernel')}</dt>
          <dd>{kernel === undefined ? text('meter.none') : declared(`meter.kernel.${kernel}`, kernel)}</dd>
        </div>
      </dl>
      <Detail />
    </aside>
  );
}

const levelNow = (): QualityLevel['name'] => qualityLevel().name;

/** How finely pictures are drawn now, and a choice to keep to one level. */
function Detail(): JSX.Element {
  const id = useId();
  const choice = useSyncExternalStore(onQuality, qualityChoice);
  const level = useSyncExternalStore(onQuality, levelNow);
  const choices: readonly QualityChoice[] = ['auto', ...qualityLevels.map(({ name }) => name)];
  const named = (name: QualityChoice): string =>
    name === 'auto'
      ? text('meter.detail.auto', { level: text(`meter.detail.${level}`) })
      : text(`meter.detail.${name}`);
  return (
    <div className="meter-detail">
      <label htmlFor={id}>{text('meter.detail')}</label>
      <select id={id} value={choice} onChange={(event) => chooseQuality(event.target.value as QualityChoice)}>
        {choices.map((name) => (
          <option key={name} value={name}>
            {named(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
