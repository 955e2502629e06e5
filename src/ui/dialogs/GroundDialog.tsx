import type { JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab, type Ground } from '../../store/index.ts';
import { grounds } from '../ground.ts';
import { Modal } from './Modal.tsx';

const names: Record<Ground, readonly [MessageId, MessageId]> = {
  stage: ['ground.stage', 'ground.stageAbout'],
  paper: ['ground.paper', 'ground.paperAbout'],
  projector: ['ground.projector', 'ground.projectorAbout'],
};

/** Chooses the ground: applied at once, so that the choice is seen. */
export function GroundDialog(): JSX.Element {
  const current = useLab((state) => state.ground);
  return (
    <Modal title={text('ground.title')} className="grounds">
      <fieldset>
        <legend className="vh">{text('ground.title')}</legend>
        {grounds.map((ground) => {
          const [name, about] = names[ground];
          return (
            <label key={ground} className="ground-choice" aria-label={text(name)}>
              <input
                type="radio"
                name="ground"
                value={ground}
                checked={ground === current}
                data-focus={ground === current}
                onChange={() => useLab.getState().setGround(ground)}
              />
              <span className="swatch" data-ground={ground} aria-hidden="true">
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
