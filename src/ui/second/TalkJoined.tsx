import { useEffect } from 'react';
import { text } from '../../messages/index.ts';
import { useAudience } from '../../store/audience.ts';
import { useShown } from '../talk/shown.ts';
import { useTalk } from '../talk/state.ts';

/**
 * Joins the window for the audience with what is presented, while there is a window: the title of the state or of the lesson's
 * step goes there, and one is blank when the other is.
 */
export function TalkJoined(): null {
  const { title, about, step, count, language } = useShown();
  useEffect(() => {
    const place = step === null ? '' : text('talk.place', { step, count });
    // A run by itself has its own title in the window.
    useAudience.setState({ caption: step === null ? null : { title, line: about ?? '', place, language } });
  }, [title, about, step, count, language]);
  useEffect(() => {
    // Whichever was blank before the other came.
    const blank = useAudience.getState().blank || useTalk.getState().blank;
    useAudience.setState({ blank });
    useTalk.setState({ blank });
    const ends = [
      useTalk.subscribe((now, before) => {
        if (now.blank !== before.blank) useAudience.setState({ blank: now.blank });
      }),
      useAudience.subscribe((now, before) => {
        if (now.blank !== before.blank) useTalk.setState({ blank: now.blank });
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return null;
}
