/** English of controls that tell of the run (regime, stability, tracks, comparison), palette, tour and errata. */
export const instrumentMessages = {
  'stopped.without': 'Go on without {track}',
  'compare.title': 'Compare',
  'compare.with': 'Beside this run',
  'compare.split': 'One parameter split',
  'compare.splitAbout': 'The same run with a second value, from the start on.',
  'compare.parameter': 'Parameter',
  'compare.value': 'Second value',
  'compare.scenario': 'Another scenario',
  'compare.scenarioAbout': 'On this run’s clock and seed.',
  'compare.which': 'Scenario',
  'compare.show': 'Show as',
  'compare.twin': 'Twin views',
  'compare.difference': 'Difference',
  'compare.start': 'Compare',
  'compare.same': 'Both values are the same.',
  'compare.noSplit': 'This run has no live number to split.',
  'compare.refused': 'Not possible: {path} is {value}; expected: {expected}.',
  'compare.unreadable': 'The scenario could not be read.',

  'equation.numbers': 'Numbers',
  'equation.terms': 'Terms of the equations',
  'term.second.name': 'field w',
  'term.second':
    'The field: the weights w of the second-order run, and how fast they move. In the pictures its amber crest.',
  'term.ghost.name': 'gradient flow',
  'term.ghost': 'The weights of the first-order run, which has no inertia. In the pictures the cyan line.',
  'term.J.name': 'source J',
  'term.J':
    'Source J of a site: how strongly the training data pull this one weight to its rest value. In the pictures the green bars.',
  'term.K.name': 'coupling K',
  'term.K':
    'Coupling K of a bond: how strongly the training data tie two weights to each other. In the pictures the violet marks.',
  'term.friction.name': 'friction γ',
  'term.friction':
    'Friction γ = d H damps the motion, as an expanding space would (analogy). Its slider is lit; drag the number below.',
  'term.heat.name': 'temperature T',
  'term.heat': 'Temperature T of the bath, whose noise ξ makes up for friction. Its control is lit.',
  'equation.termOf': 'Term of synapse {weight}',
  'equation.minimum': 'Weights count from the minimum, up to a constant.',
  'equation.samples': '*c* is the cost of the samples at work, with their weight; *C* that of all samples.',
  'equation.copy': 'Copy as LaTeX',
  'equation.latex': 'LaTeX',
  'copy.done': 'Copied',
  'copy.yourself': 'Copying was refused. Press Ctrl+C.',
  'dictionary.rate': 'step size *η*',
  'dictionary.inverse': '1/(*dH*)',
  'dictionary.e8':
    'E8: the paper’s table pairs *η* with *H* and *C* with *L*. They are inverse, *η* = 1/(*dH*), and *L* = *T* − *C*.',

  'errata.title': 'Where the paper differs',
  'errata.E1': 'Every second bond is exactly zero here, so the ring falls into pairs and nothing travels.',
  'errata.E2':
    'Inputs that agree make *K* < 0: Eq. 17 is then ill-posed, though the lattice’s cost never falls below zero.',
  'errata.E6': 'One smooth field per layer (Eq. 19) is not kept by the motion; the lattice here is exact.',
  'errata.E9':
    'Analogy: only √(−*g*) is that of the expanding space; gradients feel no 1/*a*², so there is no redshift and no horizon. Exact: the mode *k* = 0 of a uniform lattice is a Klein-Gordon field of mass² *J* there, whatever the history.',
  'errata.E9coasting':
    'Analogy: only √(−*g*) is that of de Sitter space; gradients feel no 1/*a*². Exact: the mode *k* = 0 of a uniform lattice is a Klein-Gordon field of mass² *J* there; and kinetic and gradient terms are together those of a massless field in a coasting universe of *d* ≥ 2, with *t* its conformal time (for *d* = 1 of no metric).',
  'errata.E11':
    'Eq. 7 for the outputs: *β* = −*γ*, so friction damps; and its right side is *Ẇ*ᵀ(∂²*Z*/∂*W*²)*Ẇ*, 0 only where *Z* is affine along the motion.',
  'errata.E12':
    'Bulk and boundary (talk): the first boundary term has the factor +½; without it the identity fails by just that half.',
  'errata.E13':
    'The series *W*⁽⁰⁾ + *ηW*⁽¹⁾ at fixed *t* holds only for *t* ≪ 1/(*ηλ*). At fixed *ηt* gradient flow errs by *η*² from rest.',
  'errata.E9redshift':
    'Redshift is on, *K*/*a*²: gradients feel the stretching of space, as a field there does. The paper’s theory has no such factor.',
  'errata.E10': '“Radiation” depends on the dimension: *γ* = 2*d*/((*d* + 1)*t*).',
  'errata.E14':
    'At unit steps the error of the step, *ηλ*/2, is larger than what inertia adds, *η*²*λ*, while *η* < ½. *ηλ* < 2 bounds quadratic costs only.',
  'worksheet.name': 'Name',
  'worksheet.date': 'Date',
  'worksheet.equations': 'Equations',
  'worksheet.values': 'Values of the controls',
  'worksheet.control': 'Control',
  'worksheet.seed': 'seed',
  'worksheet.moment': 'Both pictures at t = {time}, step {step}: friction γ = {gamma}, cost C = {cost}.',
  'worksheet.scale': 'Colours and heights reach to the largest value of the run so far, which each key says.',
  'worksheet.scaleMagnified':
    'Colours and heights are magnified ×{factor}: they reach to 1/{factor} of the largest value of the run so far, as each key says.',
  'worksheet.address': 'The address opens this run at its start.',
  'worksheet.fileAddress':
    'This run was changed by hand, or came from a file: to open it again, save it as a file there (S) and open the file.',
  'palette.title': 'Commands',
  'palette.search': 'Command, scenario or parameter',
  'palette.none': 'Nothing found.',
  'palette.count': '{count, plural, one {# result} other {# results}}',
  'palette.scenario': 'scenario',
  'palette.parameter': 'control',
  'palette.command': 'command',

  'tour.name': 'Tour',
  'tour.step': '{step} of {count}',
  'tour.play': 'Press play. The network trains, and its very weights move as a field.',
  'tour.friction':
    'Drag friction γ. Little friction lets the field swing; much of it makes it creep, as gradient flow does.',
  'tour.synapse':
    'Tap a synapse. Its wire, its site, its term and its numbers light up together. Lessons (T) tell the theory step by step.',
  'tour.next': 'Next',
  'tour.done': 'Done',
  'tour.skip': 'Skip the tour',

  'ground.system': 'Follow the system',
  'ground.systemAbout': 'Stage where the system is dark, paper where it is light.',
} as const;
