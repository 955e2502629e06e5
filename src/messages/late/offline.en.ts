/** Whether the lab opens without a network, and new versions of it. */
export const offlineMessages = {
  'offline.ready': 'Ready offline',
  'offline.readyAbout':
    'All {of} files are in this browser. The lab opens from the same address without a network, with every scenario, lesson and chart.',
  'offline.fetching': 'Being made ready for offline use…',
  'offline.fetchingAbout': 'The browser fetches every file of the lab. Keep this page open until then.',
  'offline.partly': 'Not ready offline',
  'offline.partlyAbout':
    '{files} of {of} files are in this browser; the others it threw away, or they did not come. {reason}',
  'offline.failed': 'Not ready offline',
  'offline.failedAbout': 'Not every file could be fetched or kept. {reason}',
  'offline.unkept': 'Not kept in this browser',
  'offline.file': 'This page is a file: it needs no network.',
  'offline.insecure':
    'Browsers keep pages of https and of localhost only. This page has fetched all that it needs and works on without a network, until it is closed.',
  'offline.unsupported':
    'This browser window keeps no pages. This one has fetched all that it needs and works on without a network, until it is closed.',
  'offline.asked': 'All files are fetched when you ask for it, about 8 MB.',
  'offline.make': 'Make ready offline',
  'offline.again': 'Fetch again',
  'offline.install': 'To have it as an app, choose “Install” in the browser’s address bar or menu.',
  'offline.versions': 'New versions',
  'offline.none': 'A new version never loads by itself while a page of the lab is open.',
  'offline.looking': 'Looking for a new version…',
  'offline.newest': 'This is the newest version.',
  'offline.waiting': 'A new version is here.',
  'offline.loading': 'Loading the new version…',
  'offline.others':
    '{others, plural, one {Another page of the lab is open: close it first.} other {# other pages of the lab are open: close them first.}} A window for the audience counts, and so does an article that shows the lab: what runs goes on with its own version.',
  'offline.updateFailed': 'It could not be looked for: is the network there? {reason}',
  'offline.look': 'Look for a new version',
  'offline.load': 'Load the new version',
  'offline.stays': 'The page reloads; the run comes back where it stands.',
  'offline.lost': 'The browser cannot keep this run over the reload. Save it as a file first.',
  'offline.save': 'Save the run',
  'offline.loadAnyway': 'Load and lose the run',
} as const;
