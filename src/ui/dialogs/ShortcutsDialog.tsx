import { useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { allCommands, commandOf } from '../commands.ts';
import { keyLabel } from '../transport/CommandButton.tsx';
import { setSingleKeys, singleKeysOn } from '../shortcuts.ts';
import { presenterKeys } from '../talk/keys.ts';
import { showDialog, startTour } from '../uiState.ts';
import { OfflineSign } from '../offline/OfflineSign.tsx';
import { Modal } from './Modal.tsx';

/** Every command with its key, and a switch for single keys. */
export function ShortcutsDialog(): JSX.Element {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Modal title={text('shortcuts.title')} className="shortcuts">
      <OfflineSign />
      <dl className="keys">
        {allCommands()
          .filter(({ keys }) => keys.length > 0)
          .map((command) => (
            <div key={command.id}>
              <dt>{text(command.label())}</dt>
              <dd>
                <kbd>{keyLabel(command.id)}</kbd>
              </dd>
            </div>
          ))}
      </dl>
      <h3>{text('keys.presenting')}</h3>
      <dl className="keys">
        {presenterKeys.map(({ act, keys }) => (
          <div key={act}>
            <dt>{text(`keys.present.${act}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{text('keys.present.others')}</p>
      <SwitchRow
        label={text('shortcuts.single')}
        checked={on}
        onChange={(next) => {
          setSingleKeys(next);
          setOn(next);
        }}
      />
      <p className="note">{text('shortcuts.space')}</p>
      <p className="note">{text('shortcuts.sliders')}</p>
      <p className="note">{text('shortcuts.pictures')}</p>
      <p className="note">{text('shortcuts.touch')}</p>
      <footer>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            startTour();
          }}
        >
          {text('command.tour')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            commandOf('print').run();
          }}
        >
          {text('command.print')}
        </button>
        <button type="button" className="button" onClick={() => showDialog('verify')}>
          {text('command.verify')}
        </button>
        <button type="button" className="button" onClick={() => showDialog('offline')}>
          {text('command.offline')}
        </button>
      </footer>
    </Modal>
  );
}
