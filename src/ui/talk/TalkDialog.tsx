import '../../messages/late.ts';
import { FolderOpen, Presentation, Plus, Save, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { moved, removed, renamed } from '../../scenario/talk/order.ts';
import { TALK_LIMITS } from '../../scenario/talk/talk.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { commandOf } from '../commands.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { chooseFile } from '../files/open.ts';
import { announce, showDialog } from '../uiState.ts';
import { openTalkAddress, saveTalk } from './files.ts';
import { change, takeBack, useTalk, write } from './state.ts';
import { StateRow } from './StateRow.tsx';
import { addState } from './walk.ts';
import './talkDialog.css';

/** The talk that is shipped as an example. */
const EXAMPLE = 'training';

const keys = new WeakMap<RunDocument, number>();
let lastKey = 0;

/** A key of a state's row: the run is the same wherever the state goes and whatever it is called. */
function keyOf(document: RunDocument): number {
  const known = keys.get(document);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(document, lastKey);
  return lastKey;
}

/** Makes and mends a talk: its states in their order, with titles and notes. */
export function TalkDialog(): JSX.Element {
  const talk = useTalk((state) => state.talk);
  const at = useTalk((state) => state.at);
  const undoable = useTalk((state) => state.undoable.length > 0);
  const kept = useTalk((state) => state.kept);
  const undo = useRef<HTMLButtonElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { states, title } = talk;
  const none = states.length === 0;
  // The state at work is in sight, the one just added above all.
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const move = (from: number, to: number): void => {
    change((before) => moved(before, from, to));
    announce(text('talk.moved', { step: to + 1, count: states.length }));
  };
  const back = (): void => {
    if (takeBack()) announce(text('talk.undone'));
  };
  return (
    <Modal title={text('part.talk')} className="talk">
      <div className="talk-head">
        <label className="talk-title">
          <span className="name">{text('talk.title')}</span>
          <input
            type="text"
            dir="auto"
            value={title}
            maxLength={TALK_LIMITS.title}
            placeholder={text('talk.untitled')}
            onChange={({ currentTarget }) => write((before) => renamed(before, currentTarget.value))}
          />
        </label>
        <button type="button" className="button" data-focus={none} onClick={addState}>
          <Plus aria-hidden="true" />
          {text('command.addState')}
        </button>
      </div>
      {none ? (
        <div className="talk-none">
          <p>{text('talk.none')}</p>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              void openTalkAddress(EXAMPLE);
            }}
          >
            {text('talk.example')}
          </button>
        </div>
      ) : (
        <ol ref={list} className="talk-states">
          {states.map((state, index) => (
            <StateRow
              key={keyOf(state.document)}
              state={state}
              index={index}
              count={states.length}
              shown={index === at}
              dragged={dragged}
              onDrag={setDragged}
              onMove={move}
              onRemove={() => {
                change((before) => removed(before, index));
                announce(text('talk.removed', { step: index + 1 }));
                undo.current?.focus();
              }}
            />
          ))}
        </ol>
      )}
      {kept || none ? null : <p className="talk-room">{text('talk.noRoom')}</p>}
      <footer>
        <button
          type="button"
          className="button primary"
          data-focus={!none}
          onClick={() => commandOf('present').run()}
        >
          <Presentation aria-hidden="true" />
          {text('command.present')}
        </button>
        <button type="button" className="button" disabled={none} onClick={saveTalk}>
          <Save aria-hidden="true" />
          {text('talk.save')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            chooseFile();
          }}
        >
          <FolderOpen aria-hidden="true" />
          {text('talk.open')}
        </button>
        <button ref={undo} type="button" className="button" aria-disabled={!undoable} onClick={back}>
          <Undo2 aria-hidden="true" />
          {text('command.undo')}
        </button>
      </footer>
    </Modal>
  );
}
