/** Links to a run. */
export const linkMessages = {
  'link.title': 'Link to this run',
  'link.about':
    '“{title}” at step {step}: whoever opens the link has this very state, to the last bit. It is all in the link; nothing is sent anywhere.',
  'link.aboutUntitled':
    'This run at step {step}: whoever opens the link has this very state, to the last bit. It is all in the link; nothing is sent anywhere.',
  'link.field': 'The link',
  'link.copy': 'Copy the link',
  'link.file': 'Save a file',
  'link.length': '{count} characters',
  'link.ready': 'The link is ready: {count} characters.',
  'link.failed': 'No link could be made of this run. Save a file in its place.',
  'link.long': 'It is longer than {most} characters: mail and chat programs may cut it. A file is safer.',
  'link.qr': 'Point a phone’s camera at it to open the same state there.',
  'link.fine': 'It is a fine code: hold the phone near.',
  'link.noQr':
    'It is too long for a QR code ({count} characters, at most {most}). Save a file, or show a shorter run.',
  'link.qrName': 'QR code of the link',
  'link.hall': 'Fill the screen',
  'link.hallName': 'QR code of the link, as large as the screen',
  'link.local': 'Ground, sizes of panels, quality of drawing and runs put aside stay here.',
  'link.source': 'The link',
  'link.was': 'The scenario “{title}” has changed since this link was made; the run is as it was then.',
  'link.changed':
    'The scenario “{title}” has changed since this link was made, and how it was is not at hand: what the link does not say itself is as it is now.',
  'link.today': 'Open today’s',
  'link.differs': 'What differs',
  'link.place': 'Value',
  'link.then': 'In the link',
  'link.here': 'Today',
  'link.none': 'none',
  'link.moreDiffer': 'and {count, plural, one {# more} other {# more}}',
} as const;
