/** What an article with the lab in it says, and the dialog that makes one. */
export const embedMessages = {
  'embed.lab': 'Open in the lab',
  'embed.labHelp': 'Opens the lab in a new tab, with the run as it stands.',
  'embed.blowUp':
    'Stopped at step {step}: the weights grew without bound. Reset, or open it in the lab to see why.',
  'embed.title': 'Embed this run',
  'embed.about':
    'Paste this into the HTML of an article, a slide or a notebook. Readers run it in their own browser.',
  'embed.level': 'What readers see',
  'embed.bare': 'Pictures',
  'embed.bareAbout': 'The pictures, a play button and a link to the lab.',
  'embed.run': 'Pictures and run',
  'embed.runAbout': 'With the key controls, the transport and the timeline.',
  'embed.full': 'All of the lab',
  'embed.fullAbout': 'Every control and chart, for large frames.',
  'embed.pictures': 'Picture',
  'embed.asNow': 'as it stands here',
  'embed.both': 'network and field',
  'embed.ground': 'Ground',
  'embed.groundReader': 'as the reader’s system',
  'embed.play': 'Plays by itself when it is in sight',
  'embed.size': 'Size',
  'embed.wide': 'As wide as the text, 16 : 9',
  'embed.square': 'As wide as the text, 4 : 3',
  'embed.fixed': 'Fixed',
  'embed.width': 'Width in pixels',
  'embed.height': 'Height in pixels',
  'embed.widthExpected': 'a whole number from 300 to 4000',
  'embed.heightExpected': 'a whole number from 200 to 4000',
  'embed.scenarioAlone':
    'No link could be made: the frame opens the scenario at its start, without what was done to this run.',
  'embed.snippet': 'HTML of the frame',
  'embed.copy': 'Copy the HTML',
  'embed.length': '{count} characters',
  'embed.local':
    'This page is served by your own machine, which nobody else can reach: put the lab on a server first.',
} as const;
