/** Words of the pictures of sources in time and of the noise of drawn samples. */
export const sourceMessages = {
  'chart.sources.title': 'Sources in time',
  'chart.sources.help':
    'J and K of the samples at work along the lattice: as bars now, with those of all samples dotted behind, or step by step. Other costs: gradient and curvature about the current weights.',
  'chart.noise.title': 'Noise of drawn samples',
  'chart.noise.help':
    'How strongly the force of one draw scatters about its mean, weight by weight, and in how many directions: why it is no temperature.',
  'chart.sources.show': 'show',
  'chart.sources.now': 'Now',
  'chart.sources.last': 'Last 128 steps',
  'chart.sources.start': 'From the start',
  'chart.sources.place': 'site *n*',
  'chart.sources.step': 'step',
  'chart.sources.site': 'on sites',
  'chart.sources.bond': 'on bonds',
  'chart.sources.weightGradient': '= ∂*c*/∂*w*',
  'chart.sources.weightCurvature': '= ½ ∂²*c*/∂*w*²',
  'chart.sources.scale': 'full colour: {list}; grey: negative',
  'chart.sources.fullBatch':
    '{samples, plural, =0 {no samples: a field} one {# sample, at every step} other {all # samples, at every step}}',
  'chart.sources.atWork':
    '{count, plural, one {at work: sample {list} of {samples}} other {at work: samples {list} of {samples}}}',
  'chart.sources.ghosts': 'dotted: all {samples} samples',
  'chart.sources.sampleWeight': 'weight 1: mean force {part} of the gradient',
  'chart.sources.unbiased': 'times *L*/size: mean force is the gradient',
  'chart.sources.expansion':
    'No *J* and *K* here: gradient *J*₁, curvature *J*₂ (differences) about the current weights.',
  'chart.sources.thinned': 'every {spacing, number}th step is drawn',
  'chart.sources.empty':
    'Press play: the sources *J* and *K* of the samples at work are drawn here, step by step.',
  'chart.sources.nowSummary': 'Sources along the lattice now. {said}.',
  'chart.sources.pastSummary': 'Sources along the lattice from step {from} to step {to}. {said}.',

  'chart.noise.empty':
    'No samples are drawn here: this system has no training data, so that its force has no noise.',
  'chart.noise.force': 'force −∂*C*/∂*w*',
  'chart.noise.deviation': 'standard deviation',
  'chart.noise.size': 'size',
  'chart.noise.meanSize': 'mean force',
  'chart.noise.noiseSize': 'noise',
  'chart.noise.ratio': 'noise / mean',
  'chart.noise.lines': 'thick: mean; dotted: ± 1 standard deviation',
  'chart.noise.lineNow': 'green: samples at work',
  'chart.noise.full': 'full batch: what one sample a step would do',
  'chart.noise.directions': 'kicks in about {directions} of {weights} directions',
  'chart.noise.notHeat': 'No temperature: uneven over the weights, gone at a perfect fit.',
  'chart.noise.summary': 'Mean force {mean}, noise {noise}, ratio {ratio}. {said}',

  'view.field.current': 'J₁ and J₂ about the current point; a bar as high as its row has this size',
  'view.field.full': 'full height',
  'view.field.slope': ' = ∂C/∂w',
  'view.field.bend': ' = ½ ∂²C/∂w²',
  'view.field.noBend': ': too many weights and samples',
  'view.field.everyBar': ', every {every, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} bar',
  'view.field.summaryLocal':
    '{words}. About the current point{samples}: largest J₁ = ∂C/∂w {slope} at {slopeSite}, largest J₂ = ½ ∂²C/∂w² {bend} at {bendSite}',
  'view.field.atWork': ', of the samples at work, those of all pale behind',
  'view.chosenSlope': 'Chosen: {weight} = {value}; about the current point J₁ = ∂C/∂w = {slope}',
  'view.chosenBend': ', J₂ = ½ ∂²C/∂w² = {bend}',
} as const;
