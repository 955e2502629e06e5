import type { MessageId } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { freshSeed } from './seed.ts';
import { chooseFile } from './files/open.ts';
import { saveFile } from './files/save.ts';
import { showDialog } from './uiState.ts';

/** One thing a hand can ask for; buttons, keys and (later) the palette all use this list. */
export interface UiCommand {
  readonly id: CommandId;
  /** Message of its name at this moment. */
  readonly label: () => MessageId;
  /** `event.key` values that call it, in lower case. */
  readonly keys: readonly string[];
  /** Message of its name in the undo list; absent where there is nothing to undo. */
  readonly undoName?: MessageId;
  readonly run: () => void;
}

export type CommandId =
  | 'play'
  | 'step'
  | 'reset'
  | 'new-seed'
  | 'open'
  | 'save'
  | 'unroll'
  | 'maximize'
  | 'drawer'
  | 'ground'
  | 'scenarios'
  | 'shortcuts';

const lab = useLab.getState;

/** The pane that holds the focus, else the field. */
function paneAtHand(): 'network' | 'field' {
  return document.activeElement?.closest('[data-pane="network"]') ? 'network' : 'field';
}

export const commands: readonly UiCommand[] = [
  {
    id: 'play',
    label: () => (lab().playing ? 'command.pause' : 'command.play'),
    keys: [' '],
    run: () => {
      if (lab().playing) lab().pause();
      else lab().play();
    },
  },
  { id: 'step', label: () => 'command.step', keys: ['.'], run: () => lab().step(1) },
  { id: 'reset', label: () => 'command.reset', keys: ['r'], run: () => lab().reset() },
  {
    id: 'new-seed',
    label: () => 'command.newSeed',
    keys: ['n'],
    undoName: 'command.newSeed',
    run: () => lab().newSeed(freshSeed()),
  },
  { id: 'open', label: () => 'command.open', keys: ['o'], run: chooseFile },
  { id: 'save', label: () => 'command.save', keys: ['s'], run: saveFile },
  {
    id: 'scenarios',
    label: () => 'command.scenarios',
    keys: ['c'],
    run: () => showDialog('scenarios'),
  },
  {
    id: 'unroll',
    label: () => (lab().unrolled ? 'command.roll' : 'command.unroll'),
    keys: ['u'],
    run: () => lab().setUnrolled(!lab().unrolled),
  },
  {
    id: 'maximize',
    label: () => (lab().maximized === null ? 'command.maximize' : 'command.restore'),
    keys: ['f'],
    run: () => lab().maximize(lab().maximized === null ? paneAtHand() : null),
  },
  {
    id: 'drawer',
    label: () => (lab().drawerOpen ? 'command.closeDrawer' : 'command.openDrawer'),
    keys: ['d'],
    run: () => lab().setDrawerOpen(!lab().drawerOpen),
  },
  { id: 'ground', label: () => 'command.ground', keys: ['g'], run: () => showDialog('grounds') },
  {
    id: 'shortcuts',
    label: () => 'command.shortcuts',
    keys: ['?'],
    run: () => showDialog('shortcuts'),
  },
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of an id. @throws Error when there is none */
export function commandOf(id: CommandId): UiCommand {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`no command '${id}'`);
  return command;
}

/** The command a key calls, or null. */
export function commandForKey(key: string): UiCommand | null {
  const lower = key.toLowerCase();
  return commands.find((command) => command.keys.includes(lower)) ?? null;
}
