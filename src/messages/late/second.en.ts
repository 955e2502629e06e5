/** The window for the projector, on the laptop and in that window. */
export const secondMessages = {
  'audience.about':
    'A second window with the pictures alone, for the projector. It shows what this page shows, as it happens; nothing can be changed in it. Drag it to the projector and press F there to fill the screen. A talk or lesson gives it the title and “3 of 7”; B while presenting blanks it, and leaves this screen to you.',
  'audience.none': 'No window is open.',
  'audience.open': '{count, plural, one {One window follows this page.} other {# windows follow this page.}}',
  'audience.openWindow': 'Open the window',
  'audience.openAgain': 'Open again',
  'audience.toFront': 'Bring it to the front',
  'audience.focused': 'The audience window is open already.',
  'audience.freeze': 'Freeze',
  'audience.thaw': 'Go on',
  'audience.blank': 'Blank',
  'audience.show': 'Show again',
  'audience.close': 'Close the window',
  'audience.refused':
    'The browser did not open the window. Allow pop-ups for this page in the address bar and try again, or',
  'audience.link': 'open it by this link.',
  'audience.address': 'Address of the window',
  'audience.copy': 'Copy the address',
  'audience.more': 'For another projector, open this address in the same browser.',
  'audience.follows': 'The audience sees this run.',
  'audience.frozenAt': 'The audience sees step {step}: frozen.',
  'audience.isBlank': 'The audience sees nothing: blank.',
  'audience.closed': 'The audience window was closed.',
  'audience.silent':
    'The audience window was opened but does not answer. Reload it, or close it and open it again.',
  'audience.cannot':
    'This browser has no channel between two windows, so none can follow this page. Use a current Chrome, Edge, Firefox or Safari.',
  'audience.lacking':
    'Frozen before this page was reloaded: a newer window has no picture. “Go on” shows it the present.',
  'audience.held': 'The laptop holds the picture. “Go on” there shows the present.',
  'audience.dismiss': 'Dismiss',
  'audience.cost': 'cost',
  'audience.stopped': 'Stopped at step {step}: the weights grew without bound.',
  'audience.fullScreen': 'Full screen (F)',
  'audience.ground': 'Ground: {ground}',
  'audience.link.waiting': 'Waiting for the laptop…',
  'audience.link.nobody':
    'No page of the lab answers. Open this window from the lab: Ctrl+K, then “Audience window”.',
  'audience.link.lost': 'No word from the laptop. This is its last picture.',
  'audience.link.nowhere': 'This address names no laptop. Open the window from the lab.',
  'audience.link.version': 'The laptop runs another version of the lab. Reload both.',
} as const;
