import { useEffect, useState } from 'react';
import { Later } from '../../store/later.ts';
import { fetchThumbnails } from '../files/shipped.ts';
import { readThumbnails, type Thumbnail } from './thumbnail.ts';

const thumbnails = new Later(async () => readThumbnails(JSON.parse(await fetchThumbnails())));

/** The small pictures by id; none until they are there, or where they could not be fetched. */
export function useThumbnails(): Readonly<Record<string, Thumbnail>> {
  const [found, setFound] = useState(() => thumbnails.value ?? {});
  useEffect(() => {
    let alive = true;
    thumbnails.ask().then(
      (pictures) => {
        if (alive) setFound(pictures);
      },
      // What they stand beside says the same in words; who asks again asks anew.
      () => thumbnails.forgetFailure(),
    );
    return () => {
      alive = false;
    };
  }, []);
  return found;
}
