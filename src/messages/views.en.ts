/** English of the two main pictures. */
export const viewMessages = {
  'view.network.title': 'Network',
  'view.network.needs': 'The network appears here as soon as a scenario is open.',
  'view.network.help':
    'Every wire is a synapse: its colour is the sign of its weight, its width the size. Drag to turn, scroll to zoom, click a wire to follow it into the field.',
  'view.network.gloss':
    '{inputs, plural, one {# input} other {# inputs}}, {outputs, plural, one {# output} other {# outputs}}, {weights, plural, one {# weight} other {# weights}}',
  'view.network.glossHeaviest': '{gloss}, the {drawn} heaviest drawn',
  'view.network.glossField': '{sites} masses, {bonds} springs',
  'view.network.summary': '{gloss} at t = {time}: heaviest weight {weight} = {value}; cost {cost}',
  'view.network.key': 'weight',
  'view.network.keyWidth': ', width ',
  'view.network.inputs': 'inputs',
  'view.network.outputs': 'outputs',
  'view.network.output': 'output',
  'view.network.hiddenLayer': 'hidden {layer}',
  'view.network.bias': 'bias',
  'view.network.springs': 'spring, stiffness',
  'view.network.mass': 'mass, colour',

  'view.field.title': 'Field',
  'view.field.needs': 'The field appears here as soon as a scenario is open.',
  'view.touch': 'Touch the field: pull and paint',
  'view.field.help':
    'The same weights on their lattice: height and colour are w; pull a site and let go. Below stand the sources that the data make, J (mass²) on sites and K on bonds, or J₁ and J₂ about the current point.',
  'view.field.glossChain': 'on {sites} sites',
  'view.field.glossSheet': 'on {rows} × {columns} sites',
  'view.field.glossSheets': '{sheets, plural, one {# sheet} other {# sheets}}, one per weight matrix',
  'view.field.summaryRing':
    'Ring of {weights} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.summaryRings':
    '{sheets} rings of {weights} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.summaryStrip':
    'Chain of {weights} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.summarySheet':
    'Sheet of {rows} × {columns} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.summarySheets':
    '{sheets} sheets of {weights} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.key': 'field',
  'view.field.site': 'site {site}',
  'view.field.source': 'source',
  'view.field.every': ', every {every, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} site',
  'view.field.coupling': 'coupling',
  'view.field.rowOf': 'row {row}, {track}',

  'view.track.second-order': 'second order',
  'view.track.gradient-flow': 'gradient flow',
  'view.track.gradient-descent': 'gradient descent',
  'view.track.exact': 'exact theory',
  'view.track.continuum': 'continuum',
  'view.track.langevin': 'with noise',
  'view.track.reference': 'reference',

  'view.source.from':
    'from {count, plural, one {sample} other {samples}} {list}{others, plural, =0 {} one { and # more} other { and # more}}',
  'view.source.of': ' of {weight}',
  'view.source.fromOne': 'from sample {sample}, at work',
  'view.chosen': 'Chosen: {weight} = {value}',
  'view.chosenSource': 'Chosen: {weight} = {value}, source J = {source} {makers}',

  'view.sample.name': 'Sample shown by the neurons',
  'view.sample.of': 'sample {sample} of {count}',
  'view.sample.atWork': 'at work: sample {sample}',
  'view.sample.allAtWork': 'at work: {list}',
  'view.sample.previous': 'Previous sample',
  'view.sample.next': 'Next sample',

  'view.track.compared': 'comparison',
  'view.compare.title': 'Field of {track}',
  'view.compare.difference': 'difference: {main} − {other}',
  'view.compare.key': 'difference',
  'view.compare.ownScale': ', own scale',
  'view.compare.unlike':
    '{track} has another lattice ({weights} weights, not {main}): its field cannot stand beside this one. Its costs are in the charts.',

  'view.camera': 'Look from',
  'view.camera.home': 'home',
  'view.camera.front': 'the front',
  'view.camera.above': 'above',
  'view.camera.side': 'the side',
  'view.camera.drift': 'slow drift',

  'view.scale': 'Scale: the largest of the run so far. It grows when it must and never shrinks by itself.',
  'view.magnify': 'Magnify ×{factor}',
  'view.magnifyBack': 'Back to ×1',
  'view.magnified': '×{factor}',
  'view.magnifiedOf': 'of the largest so far, {peak}',

  'view.unroll': 'Unroll the ring',
  'view.alone': '{track} only; other runs are not drawn here',
  'view.maps': 'Answers to all inputs',
  'view.network.glossMaps': 'each neuron shows its answer over the whole input plane',
  'view.network.glossCurves': 'each neuron shows its answer to every input',
  'view.currents': 'Energy of the layers',
  'view.maximize': 'Maximise',
  'view.restore': 'Restore',
  'view.waiting': 'Waiting for a scenario.',
  'view.noWebgl': 'This browser cannot draw in three dimensions (WebGL 2 is missing). The picture in words:',
  'view.contextLost': 'The graphics device was lost. The picture comes back by itself as soon as it answers:',
} as const;
