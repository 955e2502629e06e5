import { useLab } from '../../store/index.ts';

/** File name made of a title: letters and digits of any script, joined by dashes. */
export function fileName(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${slug === '' ? 'scenario' : slug}.json`;
}

/** Gives something to the browser as a download. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has taken its own hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Gives the run document, as it stands, to the browser as a download. */
export function saveFile(): void {
  const lab = useLab.getState();
  if (lab.document === null) return;
  const file = new Blob([lab.save()], { type: 'application/json' });
  download(file, fileName(lab.document.scenario.title));
}
