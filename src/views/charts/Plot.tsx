import { useEffect, useRef, useState, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { latestTraces, TRACE, useLab } from '../../store/index.ts';
import { decades, spread } from './axes.ts';
import { chartLines, type ChartLine, type ChartTrack } from './lines.ts';
import { purge, react, type Data } from './plotly.ts';
import { marginsOf, plotLayout, readStyle, type ChartStyle, type Frame } from './style.ts';

/** Redraws at most this often: a redraw of four lines costs tens of milliseconds on a small machine. */
const REDRAW_MS = 160;

interface Label {
  readonly key: string;
  readonly line: ChartLine;
  readonly left: number;
  readonly top: number;
}

function traceOf(line: ChartLine, style: ChartStyle): Data {
  const main = line.role === 'second' && line.quantity === 'cost';
  const dash = line.role === 'theory' ? 'dash' : line.role === 'descent' ? 'dot' : 'solid';
  return {
    type: 'scatter',
    mode: 'lines',
    x: line.time,
    y: line.value,
    opacity: line.quantity === 'energy' ? 0.6 : 1,
    line: { color: style.role[line.role], width: main ? style.thick : style.thin, dash },
  };
}

function lastValue(line: ChartLine): number {
  for (let at = line.value.length - 1; at >= 0; at--) {
    if (!Number.isNaN(line.value[at])) return line.value[at];
  }
  return NaN;
}

/** Heights of the labels at the lines' ends, kept apart. */
function labelsOf(lines: readonly ChartLine[], frame: Frame, style: ChartStyle): readonly Label[] {
  const margins = marginsOf(style.size);
  const inner = frame.height - margins.top - margins.bottom;
  const heights = lines.map((line) => {
    const power = Math.log10(lastValue(line));
    const share = (frame.decades.max - power) / (frame.decades.max - frame.decades.min);
    return margins.top + inner * Math.min(1, Math.max(0, Number.isNaN(share) ? 1 : share));
  });
  const gap = 1.3 * style.size;
  // The name of the time axis stands under the lowest label.
  const tops = spread(heights, gap, margins.top, margins.top + inner - 0.4 * style.size);
  const left = frame.width - margins.right + 0.6 * style.size;
  return lines.map((line, index) => ({
    key: `${line.track}.${line.quantity}`,
    line,
    left,
    top: tops[index],
  }));
}

/** The words of a line's label. */
function labelText(line: ChartLine, tracks: readonly ChartTrack[]): string {
  if (line.quantity === 'energy') return text('chart.energy');
  const main = tracks[0]?.id === line.track;
  if (main) return text('chart.cost');
  switch (line.role) {
    case 'ghost':
      return text('chart.ghost');
    case 'descent':
      return text('chart.descent');
    case 'theory':
      return text('chart.theory');
    default:
      return text('chart.other', { track: line.track });
  }
}

/** Cost and energies of every track against time, on a logarithmic axis, named at the lines' ends. */
export default function Plot(): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const info = useLab((state) => state.info);
  const hidden = useLab((state) => state.hiddenTracks);
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const [summary, setSummary] = useState('');
  const [empty, setEmpty] = useState(true);

  useEffect(() => {
    const element = host.current;
    if (element === null || info === null) return;
    const style = readStyle(element);
    const tracks: readonly ChartTrack[] = info.tracks.map(({ id, role, dynamics }) => ({
      id,
      role,
      firstOrder: dynamics.startsWith('gradient'),
    }));
    let drawnVersion = -1;
    let drawnTraces: unknown = null;
    let resized = true;

    const draw = (): void => {
      const traces = latestTraces();
      if (traces === null || document.hidden) return;
      if (traces === drawnTraces && traces.version === drawnVersion && !resized) return;
      drawnTraces = traces;
      drawnVersion = traces.version;
      resized = false;
      const lines = chartLines(traces, tracks, hidden, TRACE.time);
      const span = decades(lines);
      const enough = traces.length > 1 && span !== null;
      setEmpty(!enough);
      if (!enough) {
        purge(element);
        setLabels([]);
        return;
      }
      const { time } = lines[0];
      const frame: Frame = {
        width: element.clientWidth,
        height: element.clientHeight,
        time: { min: time[0], max: time[time.length - 1] },
        decades: span,
      };
      if (frame.width < 80 || frame.height < 40) return;
      void react(
        element,
        lines.map((line) => traceOf(line, style)),
        plotLayout(frame, style),
        {
          staticPlot: true,
          displayModeBar: false,
        },
      );
      setLabels(labelsOf(lines, frame, style));
      setSummary(
        text('chart.summary', {
          time: formatNumber(frame.time.max),
          values: lines
            .map((line) => `${labelText(line, tracks).replaceAll('*', '')} ${formatNumber(lastValue(line))}`)
            .join('; '),
        }),
      );
    };
    const timer = setInterval(draw, REDRAW_MS);
    const observer = new ResizeObserver(() => {
      resized = true;
    });
    observer.observe(element);
    draw();
    return () => {
      clearInterval(timer);
      observer.disconnect();
      purge(element);
    };
  }, [info, hidden]);

  return (
    <figure className="chart">
      <div ref={host} className="chart-plot" aria-hidden="true" />
      {empty ? <p className="chart-empty">{text('chart.empty')}</p> : null}
      {labels.map(({ key, line, left, top }) => (
        <span
          key={key}
          className={`chart-label role-${line.role} ${line.quantity}`}
          style={{ left, top }}
          aria-hidden="true"
        >
          <Words of={labelText(line, info?.tracks.map(toTrack) ?? [])} />
        </span>
      ))}
      {empty ? null : (
        <span className="chart-axis" aria-hidden="true">
          <Words of={text('chart.time')} />
        </span>
      )}
      <figcaption className="vh">{empty ? text('chart.title') : summary}</figcaption>
    </figure>
  );
}

/** Words with symbols between asterisks. */
function Words({ of: words }: { readonly of: string }): JSX.Element {
  return (
    <>
      {words
        .split('*')
        .map((part, index) => (index % 2 === 0 ? part : <i key={`${index}${part}`}>{part}</i>))}
    </>
  );
}

function toTrack(track: { readonly id: string; readonly role: ChartTrack['role'] }): ChartTrack {
  return { id: track.id, role: track.role, firstOrder: false };
}
