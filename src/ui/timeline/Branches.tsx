import { GitBranch } from 'lucide-react';
import type { JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { MOST_BRANCHES, useLab, type Branch } from '../../store/index.ts';
import { CommandButton, keyLabel } from '../transport/CommandButton.tsx';
import { Popover } from '../parts/Popover.tsx';
import { announce } from '../uiState.ts';
import { marksOf } from './marks.ts';
import { markText, positionText } from './words.ts';

function lastEdit({ document }: Branch): string {
  const mark = marksOf(document, 0).at(-1);
  if (mark === undefined) return text('branches.noEdits');
  return text('branches.lastEdit', { edit: markText(document.scenario, mark) });
}

interface BranchRowProps {
  readonly branch: Branch;
  readonly close: () => void;
}

function BranchRow({ branch, close }: BranchRowProps): JSX.Element {
  const { title } = branch.document.scenario;
  const open = (): void => {
    useLab.getState().openBranch(branch.id);
    announce(text('live.branchOpened', { title }));
    close();
  };
  const where = { title, time: formatNumber(branch.time), step: formatInteger(branch.step) };
  return (
    <li>
      <div>
        <strong dir="auto">{isolated(title)}</strong>
        <span className="where num">
          {positionText(branch.time, branch.step)}, {lastEdit(branch)}
        </span>
      </div>
      <button type="button" className="button" aria-label={text('branches.openOne', where)} onClick={open}>
        {text('branches.open')}
      </button>
    </li>
  );
}

/** Runs put aside, and the button that puts this one aside. */
export function Branches(): JSX.Element {
  const branches = useLab((state) => state.branches);
  const dropped = useLab((state) => state.droppedBranch);
  const idle = useLab((state) => state.info === null);
  return (
    <Popover
      name={text('branches.name', { count: branches.length })}
      className="branches"
      disabled={idle}
      face={
        <>
          <GitBranch aria-hidden="true" />
          {branches.length === 0 ? null : (
            <b className="num" aria-hidden="true">
              {branches.length}
            </b>
          )}
        </>
      }
    >
      {(close) => (
        <>
          <h2>{text('branches.title')}</h2>
          {branches.length === 0 ? (
            <p className="note">{text('branches.empty')}</p>
          ) : (
            <ul>
              {[...branches].reverse().map((branch) => (
                <BranchRow key={branch.id} branch={branch} close={close} />
              ))}
            </ul>
          )}
          <p className="note">
            {dropped === null
              ? text('branches.about', { most: MOST_BRANCHES })
              : text('branches.dropped', { most: MOST_BRANCHES })}
          </p>
          <CommandButton id="branch" className="button">
            <GitBranch aria-hidden="true" />
            {text('command.branch')} <kbd>{keyLabel('branch')}</kbd>
          </CommandButton>
        </>
      )}
    </Popover>
  );
}
