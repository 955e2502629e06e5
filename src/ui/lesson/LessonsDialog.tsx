import '../../messages/late.ts';
import { FolderOpen } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { chooseFile } from '../files/open.ts';
import { showDialog } from '../uiState.ts';
import { LessonList } from './LessonList.tsx';

/** The list of lessons, and a way to one's own. */
export function LessonsDialog(): JSX.Element {
  return (
    <Modal title={text('part.lessons')} className="lessons">
      <div className="lessons-scroll">
        <LessonList />
      </div>
      <footer>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            chooseFile();
          }}
        >
          <FolderOpen aria-hidden="true" />
          {text('lessons.open')}
        </button>
        <span className="note drop-note">{text('lessons.drop')}</span>
      </footer>
    </Modal>
  );
}
