import '../../../messages/late.ts';
import { useEffect, useRef, useState, type JSX } from 'react';
import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type Locality } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { FactsColumn } from '../FactsColumn.tsx';
import type { Table } from '../figure.ts';
import { useDrawing } from '../svgHost.ts';
import { Words } from '../Words.tsx';
import { plainWords } from '../words.ts';
import { terms } from './bulk.ts';
import { blockNames, coupledPairs, drawPairs } from './pairs.ts';
import '../charts.css';

const NAME = 'chart.layer-pairs';
const seenNow = (): Locality | null => seenAs(useLab.getState().seen, NAME, 'layer-locality');

/** A line for every pair of blocks. */
function tableOf(): Table {
  const seen = seenNow();
  if (seen === null) return { columns: [], rows: [] };
  const size = 2 * seen.depth;
  const [local, dense] = [true, false].map((of) => blockNames(seen.depth, of).map(plainWords).join(' '));
  return {
    columns: ['row', 'column', `L, blocks ${local}`, `C, blocks ${dense}`],
    rows: Array.from(seen.dense, (norm, n) => [Math.floor(n / size), n % size, seen.local?.[n] ?? NaN, norm]),
  };
}

/** What couples how many pairs of layers, in words. */
function wordsOf({ local, dense, depth, obstacle }: Locality): readonly string[] {
  const cost = coupledPairs(dense, depth);
  const inCost = text('pairs.inCost', { coupled: cost.coupled, pairs: cost.pairs });
  if (local === null) return [text(`layered.obstacle.${obstacle ?? 'layers'}`), inCost];
  const { coupled, pairs, farthest } = coupledPairs(local, depth);
  return [
    text(coupled === 0 ? 'pairs.none' : farthest > 1 ? 'pairs.far' : 'pairs.neighbours', { coupled, pairs }),
    inCost,
    text('pairs.zero'),
    text('pairs.price'),
  ];
}

/** Which layers the terms of L couple, beside what the cost couples. */
export default function Pairs({ register }: ChartProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [term, setTerm] = useState(0);
  const seen = useLab((state) => seenAs(state.seen, NAME, 'layer-locality'));
  const layered = useLab(({ info }) => (info?.layers ?? 0) > 0);
  useEffect(() => {
    useLab.getState().watch(NAME, { id: 'layer-locality', query: { term } });
  }, [term]);
  useEffect(() => () => useLab.getState().watch(NAME, null), []);
  const empty = text(layered ? 'pairs.empty' : 'layered.none');
  useDrawing(
    host,
    {
      draw(width, height, style) {
        const now = seenNow();
        return now === null ? null : drawPairs(now, width, height, style);
      },
      table: tableOf,
      empty,
    },
    register,
  );
  const said = seen === null ? [empty] : wordsOf(seen);
  const title = text('chart.layerPairs.title');
  const largest = seen?.local?.reduce((most, norm) => Math.max(most, norm), 0);
  return (
    <figure className="chart with-facts" data-obstacle={seen?.obstacle}>
      <div className="chart-area">
        <div ref={host} className="chart-plot" aria-hidden="true" />
        {seen !== null ? null : (
          <div className="chart-empty">
            <p>
              <Words of={empty} />
            </p>
          </div>
        )}
      </div>
      {seen === null ? null : (
        <FactsColumn scrolled={title}>
          {seen.local === null ? null : (
            <ChartPicker
              name={text('pairs.term')}
              options={[
                { value: 0, name: text('pairs.all') },
                ...terms.map(({ words }, n) => ({ value: n + 1, name: plainWords(words) })),
              ]}
              value={term}
              onPick={setTerm}
            />
          )}
          <p>
            {said.map((note) => (
              <span key={note}>
                <Words of={note} />
              </span>
            ))}
            {largest === undefined ? null : (
              <span>
                <Words of={text('pairs.scale', { largest: formatNumber(largest) })} />
              </span>
            )}
          </p>
        </FactsColumn>
      )}
      <figcaption className="vh">
        {title}. {plainWords(said.join(' '))}
      </figcaption>
    </figure>
  );
}
