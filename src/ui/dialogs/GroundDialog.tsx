import type { JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { grounds, type GroundChoice } from '../../store/screenKeys.ts';
import { chooseGround, initialGround } from '../ground.ts';
import { useUi } from '../uiState.ts';
import { Modal } from './Modal.tsx';

const names: Record<GroundChoice, readonly [MessageId, MessageId]> = {
  system: ['ground.system', 'ground.systemAbout'],
  stage: ['ground.stage', 'ground.stageAbout'],
  paper: ['ground.paper', 'ground.paperAbout'],
  projector: ['ground.projector', 'ground.projectorAbout'],
};

const choices: readonly GroundChoice[] = ['system', ...grounds];

/** Chooses the ground: applied at once, so that the choice is seen. */
export function GroundDialog(): JSX.Element {
  const current = useUi((state) => state.groundChoice);
  const systemGround = initialGround('system', window.matchMedia('(prefers-color-scheme: light)').matches);
  return (
    <Modal title={text('ground.title')} className="grounds">
      <fieldset>
        <legend className="vh">{text('ground.title')}</legend>
        {choices.map((ground) => {
          const [name, about] = names[ground];
          return (
            <label key={ground} className="ground-choice" aria-label={text(name)}>
              <input
                type="radio"
                name="ground"
                value={ground}
                checked={ground === current}
                data-focus={ground === current}
                onChange={() => chooseGround(ground)}
              />
              <span
                className="swatch"
                data-ground={ground === 'system' ? systemGround : ground}
                aria-hidden="true"
              >
                <i className="c-second" />
                <i className="c-ghost" />
                <i className="c-J" />
                <i className="c-K" />
              </span>
              <span>
                <strong>{text(name)}</strong>
                <span className="note">{text(about)}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
    </Modal>
  );
}
