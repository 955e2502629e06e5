import { setOutside, useLab } from '../store/index.ts';
import type { Outside } from '../store/types.ts';
import { aloneOf } from '../store/pictures.ts';
import { grounds } from '../store/screenKeys.ts';
import { showAlone } from '../ui/commands.ts';
import { useCharts } from '../ui/drawer/chartState.ts';
import { useUi } from '../ui/uiState.ts';
import { askView, AT_HOME, viewOffset } from '../views/scene/sharedView.ts';

/**
 * Hands the store the screen state that lives in the pictures and the interface (store/screen.ts).
 *  @param fixed  what a document does not decide, in an article whose author did
 */
export function connectOutside(fixed: Partial<Outside> = {}): void {
  setOutside({
    charts() {
      const { left, right, single } = useCharts.getState().chosen;
      return { left, right: single ?? right };
    },
    camera: () => (viewOffset() === AT_HOME ? undefined : viewOffset()),
    showCamera: askView,
    ground() {
      const { groundChoice } = useUi.getState();
      return groundChoice === 'system' ? null : groundChoice;
    },
    showGround(wanted) {
      const ground = grounds.find((known) => known === wanted);
      if (ground === undefined) return;
      // For this visit: what the visitor chose for all visits stays remembered.
      useUi.setState({ groundChoice: ground });
      useLab.getState().setGround(ground);
    },
    scene() {
      const { pictures, maximized } = useLab.getState();
      return aloneOf(pictures, useUi.getState().tab)?.id ?? maximized;
    },
    showScene(wanted) {
      // One of the two that stand beside each other may be maximised as well.
      const { pictures, maximize } = useLab.getState();
      const picture = pictures.find(({ id }) => id === wanted);
      if (picture !== undefined) {
        showAlone(picture.id);
        return;
      }
      if (aloneOf(pictures, useUi.getState().tab) !== undefined) useUi.setState({ tab: null });
      maximize(null);
    },
    ...fixed,
  });
}
