import { ArrowDown, ArrowUp, GripVertical, Play, Trash2 } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { rewritten } from '../../scenario/talk/order.ts';
import { TALK_LIMITS, type TalkState } from '../../scenario/talk/talk.ts';
import { showDialog } from '../uiState.ts';
import { write } from './state.ts';
import { goTo } from './walk.ts';

interface StateRowProps {
  readonly state: TalkState;
  readonly index: number;
  readonly count: number;
  /** It is the one on the screen. */
  readonly shown: boolean;
  /** Index of the row that the pointer carries. */
  readonly dragged: number | null;
  readonly onDrag: (index: number | null) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

/** A state of the talk: its title and notes to write, its place to change. */
export function StateRow(props: StateRowProps): JSX.Element {
  const { state, index, count, shown, dragged, onDrag, onMove, onRemove } = props;
  const step = index + 1;
  const name = state.title === '' ? text('talk.state', { step }) : state.title;
  return (
    // The pointer's way beside the two buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      aria-current={shown ? 'step' : undefined}
      data-dragged={dragged === index || undefined}
      onDragOver={(event) => {
        if (dragged !== null) event.preventDefault();
      }}
      onDrop={(event) => {
        if (dragged === null) return;
        event.preventDefault();
        onDrag(null);
        if (dragged !== index) onMove(dragged, index);
      }}
    >
      <span
        className="talk-grip num"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', name);
          event.dataTransfer.effectAllowed = 'move';
          onDrag(index);
        }}
        onDragEnd={() => onDrag(null)}
      >
        {step}
        <GripVertical aria-hidden="true" />
      </span>
      <div className="talk-words">
        <input
          type="text"
          dir="auto"
          aria-label={text('talk.stateTitle', { step })}
          placeholder={text('talk.state', { step })}
          maxLength={TALK_LIMITS.title}
          value={state.title}
          onChange={({ currentTarget: { value } }) =>
            write((list) => rewritten(list, index, { title: value }))
          }
        />
        <textarea
          dir="auto"
          rows={2}
          aria-label={text('talk.stateNotes', { step })}
          placeholder={text('talk.notes')}
          maxLength={TALK_LIMITS.notes}
          value={state.notes}
          onChange={({ currentTarget: { value } }) =>
            write((list) => rewritten(list, index, { notes: value }))
          }
        />
      </div>
      <div className="talk-tools">
        <Tool
          name={text('talk.show', { name })}
          act={() => {
            showDialog(null);
            goTo(index);
          }}
        >
          <Play aria-hidden="true" />
        </Tool>
        <Tool name={text('talk.up', { name })} off={index === 0} act={() => onMove(index, index - 1)}>
          <ArrowUp aria-hidden="true" />
        </Tool>
        <Tool name={text('talk.down', { name })} off={step === count} act={() => onMove(index, index + 1)}>
          <ArrowDown aria-hidden="true" />
        </Tool>
        <Tool name={text('talk.remove', { name })} act={onRemove}>
          <Trash2 aria-hidden="true" />
        </Tool>
      </div>
    </li>
  );
}

interface ToolProps {
  readonly name: string;
  /** It can do nothing now; the focus of the keyboard stays on it. */
  readonly off?: boolean;
  readonly act: () => void;
  readonly children: ReactNode;
}

function Tool({ name, off = false, act, children }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      data-tip={name}
      aria-disabled={off || undefined}
      onClick={() => {
        if (!off) act();
      }}
    >
      {children}
    </button>
  );
}
