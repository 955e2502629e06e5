import '../../messages/late.ts';
import { useMemo, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { isolated } from '../../messages/bidi.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { aboutOf, presentOf, useLab } from '../../store/index.ts';
import { OnPaper, type Paper } from '../../store/onPaper.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { ChartView } from '../drawer/ChartSlot.tsx';
import { useRunCharts } from '../drawer/runCharts.ts';
import { EquationView } from '../math/EquationView.tsx';
import { costOf, lagrangianOf, layerOf, motionOf, sourceOf } from '../math/equations.ts';
import { Sym } from '../math/Sym.tsx';
import { PictureView } from '../PictureView.tsx';
import { trackName } from '../trackNames.ts';
import { scaleWords, valueGroups, type ValueGroup } from './values.ts';
import '../parts/onPaper.css';
import './worksheet.css';

const PRINTED: Paper = { ratio: null, clear: false };

/** The run as it stands, as a handout: its pictures, equations, values and charts on white. */
export function Worksheet({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element | null {
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  if (info === null) return null;
  return (
    <OnPaper value={PRINTED}>
      <Head info={info} />
      <div className="worksheet-pictures">
        {pictures
          .filter(({ place }) => place === 'pair')
          .map((picture) => (
            <div key={picture.id} className="worksheet-picture">
              <PictureView picture={picture} />
            </div>
          ))}
      </div>
      <Moment />
      <div className="worksheet-facts">
        <section>
          <h2>{text('worksheet.equations')}</h2>
          <p className="worksheet-source">{sourceOf(info)}</p>
          <Equations info={info} />
        </section>
        <section>
          <h2>{text('worksheet.values')}</h2>
          <Values info={info} />
        </section>
      </div>
      <Charts charts={charts} />
      <Foot info={info} />
    </OnPaper>
  );
}

function Head({ info }: { readonly info: RunInfo }): JSX.Element {
  const about = useLab(aboutOf);
  const { title } = presentOf(info).scenario;
  return (
    <header className="worksheet-head">
      <div>
        <h1 dir="auto">{title === '' ? text('app.name') : isolated(title)}</h1>
        {about === null ? null : <p dir="auto">{isolated(about)}</p>}
      </div>
      <dl>
        {(['worksheet.name', 'worksheet.date'] as const).map((id) => (
          <div key={id}>
            <dt>{text(id)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </header>
  );
}

/** When the pictures were taken, and the numbers of that moment. */
function Moment(): JSX.Element | null {
  const readouts = useLab((state) => state.readouts);
  const magnified = useLab((state) => state.magnified);
  if (readouts === null) return null;
  const { time, step, gamma, tracks } = readouts;
  return (
    <p className="worksheet-moment">
      {text('worksheet.moment', {
        time: formatNumber(time),
        step: formatInteger(step),
        gamma: formatNumber(gamma),
        cost: formatNumber(tracks[0].cost),
      })}{' '}
      {scaleWords(magnified)}
    </p>
  );
}

function Equations({ info }: { readonly info: RunInfo }): JSX.Element {
  const layer = layerOf(info);
  const all = [...motionOf(info), lagrangianOf(info), costOf(info), layer].filter((one) => one !== null);
  return (
    <div className="eqs">
      {all.map((equation) => (
        <EquationView key={equation.id} equation={equation} />
      ))}
    </div>
  );
}

/** The runs that the table compares: the main one, and the one beside it. */
function useRuns(info: RunInfo): {
  readonly names: readonly string[];
  readonly groups: readonly ValueGroup[];
} {
  const comparison = useLab((state) => state.comparison);
  return useMemo(() => {
    const present = presentOf(info);
    const { scenario: main } = present;
    const beside = info.tracks.find(({ id }, index) => index > 0 && id === comparison?.track);
    const declaration = present.document.tracks.find(({ id }) => id === beside?.id);
    const runs = declaration === undefined ? [main] : [main, { ...main, ...declaration.sections }];
    const resolved = (path: string): number | null =>
      path === 'dynamics.dt' ? info.dt : path === 'expansion.d' ? info.dimension : null;
    const tracks =
      beside === undefined || declaration === undefined ? [info.tracks[0]] : [info.tracks[0], beside];
    return {
      names: tracks.map((track) => trackName(track, present)),
      groups: valueGroups(runs, resolved),
    };
  }, [info, comparison]);
}

function Values({ info }: { readonly info: RunInfo }): JSX.Element {
  const { names, groups } = useRuns(info);
  const compared = names.length > 1;
  const { seed } = presentOf(info).scenario;
  return (
    <table className="worksheet-values">
      {compared ? (
        <thead>
          <tr>
            <th scope="col">{text('worksheet.control')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      {groups.map(({ title, kinds, rows }) => (
        <tbody key={title}>
          <tr className="worksheet-kind">
            <th scope="rowgroup">{title}</th>
            {kinds.map((kind, run) => (
              <td key={run}>{kind}</td>
            ))}
          </tr>
          {rows.map(({ path, symbol, name, values }) => (
            <tr key={path} data-path={path}>
              <th scope="row">
                <Sym of={symbol} /> {name}
              </th>
              {values.map((value, run) => (
                <td key={run}>{value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
      <tbody>
        <tr data-path="seed">
          <th scope="row">{text('worksheet.seed')}</th>
          {names.map((name) => (
            <td key={name}>{String(seed)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** The two charts that the drawer shows, or would show if it were open. */
function Charts({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const { shown, find } = useRunCharts(charts);
  return (
    <div className="worksheet-charts">
      {[find(shown.left), find(shown.right)].map((chart) => (
        <section key={chart.id} data-chart={chart.id}>
          <h2>{text(chart.title)}</h2>
          <div className="worksheet-chart">
            <ChartView chart={chart} register={nothing} />
          </div>
        </section>
      ))}
    </div>
  );
}

/** A chart on paper is saved nowhere else. */
const nothing = (): void => undefined;

/** Where the run is found again, and whether the address alone brings it back. */
function Foot({ info }: { readonly info: RunInfo }): JSX.Element {
  const shipped = useLab((state) => state.shippedId !== null);
  const changed = presentOf(info).document.edits.length > 0 || !shipped;
  return (
    <footer className="worksheet-foot">
      <p>
        {text('app.name')}: <bdi>{addressOf(window.location)}</bdi>
      </p>
      <p>{text(changed ? 'worksheet.fileAddress' : 'worksheet.address')}</p>
    </footer>
  );
}

/** The address without what serves tests and tours. */
function addressOf({ origin, pathname, search }: Location): string {
  const scenario = new URLSearchParams(search).get('scenario');
  return `${origin}${pathname}${scenario === null ? '' : `?scenario=${encodeURIComponent(scenario)}`}`;
}
