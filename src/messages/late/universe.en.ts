/** English of the universe: the horn, the schedule under it, the rail beside it. Loaded late (late.en.ts). */
export const universeMessages = {
  'universe.title': 'Universe',
  'universe.gloss':
    'the lattice drawn with spacing *a*(*t*); time runs to the right; lines follow single sites',
  'universe.glossRow': 'row {row} of {sheet}, drawn with spacing *a*(*t*); time runs to the right',
  'universe.glossWhole':
    'the sheet *{sheet}* with spacing *a*(*t*), its grid comoving; rings show how large it was',
  'universe.helpSheet':
    'The whole sheet, drawn as large as the pane: its grid of sites is comoving, its lengths grow as a(t). A ring is what the whole sheet was when so many e-folds had passed; the thick circle is the Hubble length √K/H of its waves about the linked site, or the middle.',
  'universe.emptySheet': 'Press play: the sheet grows as *a*(*t*), and leaves rings of how large it was.',
  'universe.glossSheet': '{sheet}, drawn with spacing *a*(*t*); time runs to the right',
  'universe.glossOpen':
    'a chain with two ends, drawn as if it closed, with spacing *a*(*t*); time runs to the right',
  'universe.help':
    'Radius is the scale factor a(t), relative to now; without redshift that is an analogy. Colour is a^(d/2) w: swinging waves keep their height in it, creeping ones grow, and with redshift swinging ones grow as √a. Magenta rings count e-folds; the arc beside the mouth is the Hubble length √K/H of waves that run at √K.',
  'universe.restore': 'Show the pictures',
  'universe.waiting': 'The universe of the run appears here as soon as a scenario is open.',
  'universe.empty': 'Press play: the universe grows from this ring to the right, as wide as *a*(*t*).',
  'universe.emptyBang':
    'A big bang: *a* = 0, one point at the left. Press play, and the universe opens from it.',
  'universe.noSites': 'This system has no lattice of weights, so there is nothing to draw round.',
  'universe.key': 'damping divided out',
  'universe.keyCoarse': 'damping divided out; past shown coarsely',
  'universe.coarse':
    'The past is shown coarsely: where fewer states are kept than its fastest wave needs, the colours fade',
  'universe.fieldNow': 'field now, {track}',
  'universe.hubbleLength': 'Hubble length\n√K/H {sign} {length}',
  'universe.hubbleRound': 'Hubble length\n√K/H {sign} {length},\n{share} times round',
  'universe.ringFirst': 'e-folds',
  'universe.summary':
    'Universe at t = {time}: {efolds} e-folds since the start, scale factor {scale}, Hubble rate {hubble}, {length}; {sites} sites at spacing {spacing}; now {history}',
  'universe.summaryBang':
    'Universe at t = {time}: {efolds} e-folds since a = 1, scale factor {scale}, Hubble rate {hubble}, {length}; {sites} sites at spacing {spacing}; it began with a big bang; now {history}',
  'universe.summaryAtBang':
    'Universe at its big bang, t = {time}: scale factor 0; {sites} sites in one point',
  'universe.lengthOf': 'Hubble length of its waves {length}, {share} times the way round',
  'universe.lengthNone': 'no Hubble length: nothing expands',
  'universe.lengthNoWaves': 'no Hubble length: no waves run round',

  'universe.schedule': 'Learning-rate schedule',
  'universe.scheduleGloss': 'the same history as above: *η* = 1/*γ* and *H* = *γ*/*d*',
  'universe.scheduleEdit': 'drag a point: the universe above is redrawn',
  'universe.scheduleFlat': 'without friction *η* is infinite and nothing expands',
  'universe.editAsTable': 'Edit as a table',
  'universe.editAsTableHelp':
    'Turns this history into at most 24 points of its η(t) that can be dragged, approximately; how much ln a changes is told. The run is lived again with them.',
  'universe.asTableBang': 'approximate: without the big bang; after it, ln *a* changes by {change} %',
  'universe.asTable': 'approximate: over the time shown, ln *a* changes by {change} %',
  'universe.noTable': 'Without friction the rate η is infinite: there is no schedule to sample.',
  'universe.thin': 'Thin to 24 points',
  'universe.thinHelp':
    'Too many points to be dragged. Keeps at most 24 of them, approximately; how much ln a changes is told. The run is lived again with them.',
  'universe.scheduleLong': 'a table of {count} points',
  'universe.segmentsMore': 'And {count} more stretches.',
  'universe.addPoint': 'Add a point',
  'universe.noRoom': 'No more points fit here: 24 are the most.',
  'universe.point': 'Point {index} of {count}',
  'universe.pointValue': 't {time}, learning rate {eta}',
  'universe.pointHelp':
    'Arrow keys move it: left and right in time, up and down in rate. Delete takes it away. Double-click on the plot adds one.',
  'universe.points': 'Points of the schedule',
  'universe.rateLine': 'rate ',
  'universe.hubbleLine': 'Hubble ',
  'universe.hubbleDrawn': ' {value}\ndrawn × {factor}',
  'universe.hubbleDrawnRow': ' {value}, drawn × {factor}',
  'universe.timeAxis': 'time ',
  'universe.scheduleSummary': 'Learning rate {eta} now, Hubble rate {hubble}. {segments}.',
  'universe.segmentSummary': 'From {from} to {to}: {shape}, {fluid}',
  'universe.shape.constant': 'constant',
  'universe.shape.rise': 'warm-up',
  'universe.shape.fall': 'decay',
  'universe.shape.steps': 'step decay',
  'universe.shape.jumps': 'step growth',
  'universe.shape.frictionless': 'no friction',
  'universe.fluid.flat': 'static (Minkowski)',
  'universe.fluid.deSitter': 'de Sitter',
  'universe.fluid.phantom': 'phantom',
  'universe.fluid.littleRip': 'phantom, a little rip',
  'universe.fluid.matter': 'matter',
  'universe.fluid.radiation': 'radiation',
  'universe.fluid.kination': 'kination',
  'universe.fluid.coasting': 'coasting',
  'universe.fluid.nesterov': 'Nesterov',
  'universe.fluid.accelerating': 'accelerating (quintessence-like)',
  'universe.fluid.acceleratingBrief': 'accelerating',
  'universe.fluid.decelerating': 'decelerating',
  'universe.fluidW': '{name}, w {w}',
  'universe.belowMinusOne': '−1 − {distance}',
  'universe.aboveMinusOne': '−1 + {distance}',
  'universe.fluidRange': '{name}, w {from} to {to}',

  'universe.rail.efolds': 'e-folds in *a*',
  'universe.rail.efoldsBang': 'e-folds in *a*, from *a* = 1',
  'universe.rail.scale': '*a*(*t*)',
  'universe.rail.volume': 'ln √−*g*',
  'universe.rail.hubble': 'Hubble *H*',
  'universe.rail.spacing': 'spacing now',
  'universe.rail.scaleName': 'Scale factor',
  'universe.rail.volumeName': 'Logarithm of the volume element',
  'universe.rail.hubbleName': 'Hubble rate',
  'universe.rail.spacingName': 'Spacing now',
  'universe.rail.fluidName': 'Equation of state',
  'universe.rail.history': 'Expansion history',
  'universe.rail.source': 'Eqs. 8–10',
  'universe.rail.rate': 'learning rate',
  'universe.rail.friction': 'friction 1/η',
  'universe.rail.dimensions': 'dimensions',
  'universe.rail.fluid': 'fluid',
  'universe.rail.flatFluid': 'none',
  'universe.rail.drawn': 'What is drawn',
  'universe.rail.radius': 'Size',
  'universe.rail.colour': 'Colour',
  'universe.rail.zoom': 'Zoom',
  'universe.rail.follows': 'follows',
  'universe.rail.closed': 'Closed form',
  'universe.rail.closedMode': 'a mode of frequency ω, from rest at t = 0',
  'universe.rail.closedStarted': 'a mode of frequency ω, from w₀ and v₀ at the start',
  'universe.rail.closedGeneral': 'a mode of frequency ω; Z is the sum of J and Y that fits the start',
  'universe.rail.closedScale': 'scale factor',
  'universe.rail.closedRedshift':
    'a mode with redshift, ω² = k²/a² + J, where √K is a part of k; Z and powers as they fit the start',
  'universe.rail.closedNone':
    'No closed form of a mode is shown for this history; ln √−g is the integral above, exactly.',
  'universe.rail.closedNoneCost':
    'No closed form of a mode is shown: this cost is not quadratic, or changes with the batch, so no mode keeps its frequency.',
  'universe.rail.closedNoneFirst':
    'No closed form of a mode is shown: the main run is of first order and does not swing.',
  'universe.rail.closedExact': 'exact for the history alone, while no edit changes it',
  'universe.rail.limits': 'Where the analogy ends',
  'universe.rail.analogy':
    'The field feels the friction of this universe, not its stretching: no redshift. Waves with ω > γ/2 swing, the others creep; this boundary is static, and no wave crosses it as it would a true horizon.',
  'universe.rail.analogyMoving':
    'The field feels the friction of this universe, not its stretching: no redshift. Swinging and creeping part near ω² = γ²/4 + γ̇/2 (approximate); that boundary moves as friction changes, but it is no horizon.',
  'universe.rail.redshiftedOut':
    'Physical redshift is on: the couplings fall as a⁻², as on the true background. This universe accelerates, so waves leave the Hubble length: √K k/a falls below H. They stop swinging nearby, at another place.',
  'universe.rail.redshiftedIn':
    'Physical redshift is on: the couplings fall as a⁻², as on the true background. This universe decelerates, so waves enter the Hubble length: H falls below √K k/a.',
  'universe.rail.redshiftedCoasting':
    'Physical redshift is on: the couplings fall as a⁻², as on the true background. This universe coasts: √K k/a and H fall alike, and no wave crosses.',
  'universe.rail.exact':
    'Exact in every history: the mode k = 0 of a uniform lattice is a Klein-Gordon field of mass² J in this universe.',
  'universe.rail.convention':
    'Without redshift the value of d is a convention. The field is a spectator: names of fluids assume Friedmann’s equations and d ≥ 2, and only w is exact.',
  'universe.rail.spectator':
    'The field is a spectator: names of fluids assume Friedmann’s equations and d ≥ 2, and only w is exact.',
  'universe.rail.networkOnly':
    'Redshift can be switched on for scalar fields; the couplings of a network are made by its data and do not fall with a.',
  'universe.rail.redshift': 'Physical redshift',
  'universe.rail.redshiftBang': 'A run that starts at a big bang cannot be redshifted: a is 0 there.',

  'universe.chart.empty': 'Press play: how space expands appears here.',
  'universe.chart.flat': 'Without friction nothing expands: a = 1, H = 0, and η is infinite.',
  'universe.chart.rates': '*η*, *H*, logarithmic',
  'universe.chart.pure': 'ln *a*, fluid *w*',
  'universe.chart.rate': 'rate *η* {value}',
  'universe.chart.hubble': 'Hubble *H* {value}',
  'universe.chart.log': 'ln *a* {value}',
  'universe.chart.fluid': 'fluid *w* {value}',
  'universe.chart.summary':
    'Expansion history up to time {time}. Now: learning rate {eta}, Hubble rate {hubble}, ln a {log}, equation of state w {w}.',
  'universe.horizon.axis': 'frequency *ω*; {over} of {modes} modes swing; the boundary is static',
  'universe.horizon.axisMoving':
    'frequency *ω*; {over} of {modes} modes swing, approximately; the boundary moves',
  'universe.horizon.axisTrue': 'frequency *ω* with *K* ∝ *a*⁻²; {over} of {modes} modes swing, approximately',
  'universe.horizon.axisMean': 'frequency *ω* by mean *J*, *K*, approximate; {over} of {modes} swing',
  'universe.horizon.mode': 'mode {index}',
  'universe.horizon.half': 'boundary *γ*/2',
  'universe.horizon.moving': 'boundary',
  'universe.horizon.hubble': 'Hubble *H*',
  'universe.horizon.none':
    'Waves with frequencies need a quadratic cost on a ring, a torus or a field. This run has none.',
  'universe.horizon.broken': 'Not every bond has K > 0 here, so no waves run round this lattice.',
  'universe.horizon.empty':
    'Press play: the frequencies of the modes, and above which of them they swing, appear here.',
  'universe.horizon.summary':
    'Modes and horizon up to time {time}: {over} of {modes} modes have frequencies above the boundary, {half}, and swing; the others creep. {note}.',
  'universe.horizon.note':
    'Half the friction is static, so no mode crosses it: to call it a horizon is an analogy',
  'universe.horizon.noteMoving':
    'Approximate: the boundary, the root of γ²/4 + γ̇/2, moves as friction changes, and modes cross it; it is no horizon',
  'universe.horizon.noteOut':
    'With physical redshift modes leave the Hubble length where √K k/a = H, at the crosses',
  'universe.horizon.noteIn':
    'With physical redshift modes enter the Hubble length where √K k/a = H, at the crosses',
  'universe.horizon.noteCoasting': 'With physical redshift √K k/a and H fall alike: no mode crosses',
  'universe.horizon.noteEdited': 'frequencies are drawn from time {time} on, when J or K was changed last',
} as const;
