import { useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { presentOf, presentStep, useLab } from '../../store/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { chartFileName } from '../drawer/saveChart.ts';
import { plainWish } from './chartFile.ts';
import { extensionOf, startDataFile, type DataFormat } from './dataFile.ts';
import { NumberRow } from './NumberRow.tsx';
import { noteNow } from './run.ts';
import { SaveBar } from './SaveBar.tsx';
import { TableRows } from './TableRows.tsx';
import { useWork } from './work.ts';

const formats = [
  'csv-traces',
  'csv-weights',
  'npz',
  'npy',
  'json',
  'python',
] as const satisfies readonly DataFormat[];

/** Rows that a file has where nobody says it. */
const USUAL_ROWS = 1000;

/** Numbers of the run as a file, in full precision. */
export function DataForm(): JSX.Element {
  const step = presentStep();
  const [format, setFormat] = useState<DataFormat>('csv-traces');
  const [whole, setWhole] = useState(true);
  const [stride, setStride] = useState(() => Math.max(1, Math.ceil(step / USUAL_ROWS)));
  const [table, setTable] = useState({ ...plainWish.table, comments: true });
  const [work, run] = useWork();
  const info = useLab((state) => state.info);
  const save = (): void => {
    if (info === null) return;
    const { document, scenario } = presentOf(info);
    const last = presentStep();
    const wish = { format, stride: whole ? stride : 0, table };
    const { title, seed } = scenario;
    // NPY has no room for words: what is said of its run is its name.
    const kind = format === 'npy' ? `weights-seed-${seed}` : format.replace('csv-', '');
    const name = chartFileName(title, kind, extensionOf(format));
    void run(name, format === 'python' ? 0 : last, ({ tell, cancellable }) => {
      const { file, cancel } = startDataFile(document, last, wish, noteNow(), tell);
      cancellable(cancel);
      return file;
    });
  };
  return (
    <>
      <div className="export-form">
        <ChoiceRow
          label={text('export.data')}
          value={format}
          options={formats.map((value) => ({ value, label: text(`export.data.${value}`) }))}
          restarts={false}
          onChoose={(next) => setFormat(next as DataFormat)}
        />
        {format === 'python' ? null : (
          <>
            <ChoiceRow
              label={text('export.rows')}
              value={whole ? 'run' : 'now'}
              options={(['run', 'now'] as const).map((value) => ({
                value,
                label: text(`export.rows.${value}`),
              }))}
              restarts={false}
              onChoose={(next) => setWhole(next === 'run')}
            />
            {whole ? (
              <NumberRow
                label={text('export.stride')}
                value={stride}
                least={1}
                most={1_000_000}
                onChange={setStride}
              />
            ) : null}
          </>
        )}
        {format.startsWith('csv') ? <TableRows table={table} setTable={setTable} /> : null}
      </div>
      <p className="note">
        {text(
          format === 'python' ? 'export.pythonNote' : format === 'npy' ? 'export.npyNote' : 'export.dataNote',
        )}
      </p>
      <SaveBar work={work} ready={info !== null} save={save} />
    </>
  );
}
