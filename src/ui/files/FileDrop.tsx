import { useEffect, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { FILE_INPUT_ID, openFile } from './open.ts';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** The hidden file input, and files dropped anywhere on the page. */
export function FileDrop(): JSX.Element {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // relatedTarget is null only when the pointer leaves the window.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void openFile(file);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      <input
        id={FILE_INPUT_ID}
        type="file"
        accept=".json,.ndjson,.csv,.tsv,.txt,.png,.svg,application/json,text/csv"
        hidden
        aria-label={text('command.open')}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void openFile(file);
          // The same file chosen again must count as a change.
          input.value = '';
        }}
      />
      {over ? (
        <div className="drop" aria-hidden="true">
          {text('file.drop')}
        </div>
      ) : null}
    </>
  );
}
