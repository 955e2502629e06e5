import { text, type MessageId } from '../messages/index.ts';
import { formatInteger } from '../messages/format.ts';
import { nextMagnified, useLab } from '../store/index.ts';
import { homeOf, isOffered } from '../store/pictures.ts';
import { chooseFile, withTalk } from './files/open.ts';
import { saveFile } from './files/save.ts';
import { changeText } from './timeline/words.ts';
import { printWorksheet } from './worksheet/printing.ts';
import { announce, showDialog, showMeter, startTour, useUi } from './uiState.ts';

/** A seed nobody chose: a whole number below 2³¹, from the browser's own generator. */
function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
}

/** One thing a hand can ask for; buttons, keys and the palette all use this list. */
export interface UiCommand {
  readonly id: CommandId;
  /** Message of its name at this moment. */
  readonly label: () => MessageId;
  /** Its name with what it would do now, where that says more: 'Undo: friction 2 to 5'. */
  readonly fullName?: () => string;
  /** Keys that call it: `event.key` in lower case; before a letter 'mod+' for Ctrl (Command on a Mac), 'shift+'. */
  readonly keys: readonly string[];
  /** Its key does nothing while a run plays: a presenter's clicker sends '.' to blank a screen. */
  readonly keyAtRest?: true;
  /**
   * Whether its key works in an article (`?embed`): `always`, or `never`, since the key is the browser's or the page's
   * around it. Left out: where all of the lab is shown.
   */
  readonly inArticle?: 'always' | 'never';
  /** Message of its name in the undo list; absent where there is nothing to undo. */
  readonly undoName?: MessageId;
  readonly run: () => void;
}

/** Those of pictures are made of their ids. */
export type CommandId =
  | `picture-${string}`
  | 'play'
  | 'step'
  | 'step-back'
  | 'slow'
  | 'undo'
  | 'redo'
  | 'branch'
  | 'reset'
  | 'new-seed'
  | 'open'
  | 'save'
  | 'export'
  | 'print'
  | 'magnify'
  | 'unroll'
  | 'maximize'
  | 'full-screen'
  | 'drawer'
  | 'ground'
  | 'scenarios'
  | 'compare'
  | 'meet'
  | 'palette'
  | 'meter'
  | 'tour'
  | 'errata'
  | 'sweep'
  | 'data'
  | 'embed'
  | 'link'
  | 'audience'
  | 'offline'
  | 'lessons'
  | 'talk'
  | 'add-state'
  | 'present'
  | 'notes'
  | 'verify'
  | 'shortcuts';

const lab = useLab.getState;

/** The picture that holds the focus, else the one at home. */
function pictureAtHand(): string {
  const { pictures } = lab();
  const at = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  return (pictures.find(({ id, place }) => id === at && place === 'pair') ?? homeOf(pictures)).id;
}

/** Shows a picture that stands alone, on a phone its tab; null: those beside each other. */
export function showAlone(id: string | null): void {
  lab().maximize(id);
  useUi.setState({ tab: id });
}

/** A command for each picture that stands alone. */
function pictureCommands(): readonly UiCommand[] {
  return lab().pictures.flatMap((picture): readonly UiCommand[] => {
    const { id, show, lacks } = picture;
    const offered = isOffered(picture, lab().info);
    if (show === undefined || (!offered && lacks === undefined)) return [];
    const shown = (): boolean => offered && lab().maximized === id;
    return [
      {
        id: `picture-${id}`,
        label: () => (shown() ? (show.again?.label ?? 'command.pictures') : show.label),
        keys: [show.key],
        run() {
          if (!offered && lacks !== undefined) announce(text(lacks));
          else if (!shown()) showAlone(id);
          else if (show.again === undefined) showAlone(null);
          else show.again.run();
        },
      },
    ];
  });
}

/** Words for the change that undo or redo would make; null when there is none. */
function changeName(direction: 'undo' | 'redo', message: MessageId): string | null {
  const { undoable, redoable, document } = lab();
  const change = (direction === 'undo' ? undoable : redoable).at(-1);
  return change === undefined ? null : text(message, { change: changeText(change, document) });
}

function takeBack(direction: 'undo' | 'redo', told: MessageId): void {
  const sentence = changeName(direction, told);
  lab()[direction]();
  announce(sentence ?? text(`${direction}.none`));
}

/** The whole page on the whole screen, or back; where a frame forbids it, says so. */
function toggleFullScreen(): void {
  const { fullscreenElement, documentElement } = document;
  const change =
    fullscreenElement === null ? documentElement.requestFullscreen?.() : document.exitFullscreen();
  if (change === undefined) announce(text('live.noFullScreen'));
  else change.catch(() => announce(text('live.noFullScreen')));
}

/** All runs go on from where the main one stands; told once the engine has done it. */
function meet(): void {
  const { info, meet: ask } = lab();
  if ((info?.tracks.length ?? 0) < 2) {
    announce(text('meet.alone'));
    return;
  }
  ask().then((outcome) => {
    if (outcome.kind === 'applied') announce(text('live.met', { step: formatInteger(outcome.step) }));
  });
}

const commands: readonly UiCommand[] = [
  {
    id: 'play',
    inArticle: 'always',
    label: () => (lab().playing ? 'command.pause' : 'command.play'),
    keys: [' '],
    run: () => {
      if (lab().playing) lab().pause();
      else lab().play();
    },
  },
  {
    id: 'step',
    inArticle: 'always',
    label: () => 'command.step',
    keys: ['.'],
    keyAtRest: true,
    run: () => lab().step(1),
  },
  {
    id: 'step-back',
    inArticle: 'always',
    label: () => 'command.stepBack',
    keys: [','],
    run: () => lab().stepBack(),
  },
  {
    id: 'slow',
    inArticle: 'always',
    label: () => 'command.slow',
    keys: ['l'],
    run: () => lab().toggleSlowMotion(),
  },
  { id: 'reset', inArticle: 'always', label: () => 'command.reset', keys: ['r'], run: () => lab().reset() },
  {
    id: 'new-seed',
    label: () => 'command.newSeed',
    keys: ['n'],
    undoName: 'command.newSeed',
    run: () => lab().newSeed(freshSeed()),
  },
  {
    id: 'undo',
    inArticle: 'always',
    label: () => 'command.undo',
    fullName: () => changeName('undo', 'undo.of') ?? text('command.undo'),
    keys: ['mod+z'],
    run: () => takeBack('undo', 'live.undone'),
  },
  {
    id: 'redo',
    inArticle: 'always',
    label: () => 'command.redo',
    fullName: () => changeName('redo', 'redo.of') ?? text('command.redo'),
    keys: ['mod+shift+z', 'mod+y'],
    run: () => takeBack('redo', 'live.redone'),
  },
  {
    id: 'branch',
    label: () => 'command.branch',
    // Not B alone, which a presenter's clicker sends.
    keys: ['shift+b'],
    run: () => {
      lab().branch();
      announce(text('live.branched', { step: formatInteger(lab().branches.at(-1)?.step) }));
    },
  },
  { id: 'open', label: () => 'command.open', keys: ['o'], run: chooseFile },
  { id: 'save', label: () => 'command.save', keys: ['s'], run: saveFile },
  { id: 'link', label: () => 'command.link', keys: ['shift+l'], run: () => showDialog('link') },
  { id: 'export', label: () => 'command.export', keys: ['x'], run: () => showDialog('export') },
  {
    id: 'print',
    inArticle: 'never',
    label: () => 'command.print',
    keys: ['mod+p'],
    run: () => void printWorksheet(),
  },
  {
    id: 'scenarios',
    label: () => 'command.scenarios',
    keys: ['c'],
    run: () => showDialog('scenarios'),
  },
  { id: 'lessons', label: () => 'command.lessons', keys: ['t'], run: () => showDialog('lessons') },
  { id: 'talk', label: () => 'command.talk', keys: ['y'], run: () => showDialog('talk') },
  {
    id: 'add-state',
    label: () => 'command.addState',
    keys: ['a'],
    run: () => withTalk('addState'),
  },
  {
    id: 'present',
    label: () => (useUi.getState().presenting ? 'command.leavePresent' : 'command.present'),
    keys: ['p'],
    run: () => withTalk('togglePresenting'),
  },
  {
    id: 'notes',
    label: () => 'command.notes',
    keys: ['i'],
    run: () => useUi.setState(({ notes }) => ({ notes: !notes })),
  },
  {
    id: 'magnify',
    inArticle: 'always',
    label: () => 'command.magnify',
    keys: ['m'],
    run: () => {
      const factor = nextMagnified(lab().magnified);
      lab().setMagnified(factor);
      announce(text('live.magnified', { factor: formatInteger(factor) }));
    },
  },
  {
    id: 'unroll',
    inArticle: 'always',
    label: () => (lab().unrolled ? 'command.roll' : 'command.unroll'),
    keys: ['u'],
    run: () => lab().setUnrolled(!lab().unrolled),
  },
  {
    id: 'maximize',
    label: () => (lab().maximized === null ? 'command.maximize' : 'command.restore'),
    keys: ['f'],
    run: () => lab().maximize(lab().maximized === null ? pictureAtHand() : null),
  },
  {
    id: 'full-screen',
    label: () => (document.fullscreenElement === null ? 'command.fullScreen' : 'command.leaveFullScreen'),
    keys: ['shift+f'],
    run: toggleFullScreen,
  },
  {
    id: 'drawer',
    label: () => (lab().drawerOpen ? 'command.closeDrawer' : 'command.openDrawer'),
    keys: ['d'],
    run: () => lab().setDrawerOpen(!lab().drawerOpen),
  },
  {
    id: 'meet',
    label: () => ((lab().info?.tracks.length ?? 0) > 2 ? 'command.meetAll' : 'command.meet'),
    keys: ['h'],
    run: meet,
  },
  { id: 'compare', label: () => 'command.compare', keys: [], run: () => showDialog('compare') },
  { id: 'palette', label: () => 'command.palette', keys: ['mod+k'], run: () => showDialog('palette') },
  {
    id: 'meter',
    label: () => (useUi.getState().meter ? 'command.hideMeter' : 'command.meter'),
    keys: [],
    run: () => showMeter(!useUi.getState().meter),
  },
  { id: 'tour', label: () => 'command.tour', keys: [], run: () => startTour() },
  { id: 'errata', label: () => 'command.errata', keys: [], run: () => showDialog('errata') },
  { id: 'data', label: () => 'command.data', keys: [], run: () => showDialog('data') },
  { id: 'embed', label: () => 'command.embed', keys: [], run: () => showDialog('embed') },
  { id: 'audience', label: () => 'command.audience', keys: ['v'], run: () => showDialog('audience') },
  { id: 'offline', label: () => 'command.offline', keys: [], run: () => showDialog('offline') },
  { id: 'sweep', label: () => 'command.sweep', keys: [], run: () => showDialog('sweep') },
  { id: 'verify', label: () => 'command.verify', keys: [], run: () => showDialog('verify') },
  { id: 'ground', label: () => 'command.ground', keys: ['g'], run: () => showDialog('grounds') },
  {
    id: 'shortcuts',
    label: () => 'command.shortcuts',
    keys: ['?'],
    run: () => showDialog('shortcuts'),
  },
];

/** Every command as the screen stands: the registry's, and those that pictures bring. */
export function allCommands(): readonly UiCommand[] {
  return [...commands, ...pictureCommands()];
}

/** The command of an id. @throws Error when there is none */
export function commandOf(id: CommandId): UiCommand {
  const command = allCommands().find((one) => one.id === id);
  if (command === undefined) throw new Error(`no command '${id}'`);
  return command;
}

/** The name of a command with what it would do now. */
export function commandName(command: UiCommand): string {
  return command.fullName?.() ?? text(command.label());
}

/** The command a key calls, or null. */
export function commandForKey(key: string): UiCommand | null {
  const lower = key.toLowerCase();
  return allCommands().find((command) => command.keys.includes(lower)) ?? null;
}
