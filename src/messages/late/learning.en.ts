/** English of what every course begins with: tests, kinds of cost, sums of hidden units, widths. */
export const learningMessages = {
  'chart.tested.title': 'Training and test',
  'chart.tested.help':
    'Cost per sample of the training samples, which push the weights, and dashed of the test samples, which make no force. A ring stands where the test cost was least. While training falls and test rises, the samples are learned by heart.',
  'chart.tested.none': 'This run has no test samples. Give its data some, or open one that has.',
  'chart.tested.empty': 'Press play: training and test cost appear here.',
  'chart.tested.axis': 'cost per sample: {unit}, logarithmic',
  'chart.tested.training': 'training',
  'chart.tested.test': 'test',
  'chart.tested.named': '{track}, {words}',
  'chart.tested.least': 'least test',
  'chart.tested.at': 'at time',
  'chart.tested.note':
    'per sample: {samples, plural, one {# of training} other {# of training}}, {tests, plural, one {# of test} other {# of test}}',
  'chart.tested.noteLeast': '○ least test cost so far',
  'chart.tested.said': '{track}: training {training}, test {test}, least test {least} at time {at}',
  'chart.tested.summary': 'Cost per sample up to time {time}. {said}.',

  'chart.costs.title': 'Kinds of cost, side by side',
  'chart.costs.help':
    'What one output costs by each kind of cost, and where the outputs of every sample stand on the curve of their own run. The slope of the curve is the pull on the output: it grows with the error where errors are squared, and never exceeds 1 for the other two. Exact.',
  'chart.costs.squared': 'squared (*Z* − *Y*)²',
  'chart.costs.absolute': 'absolute |*Z* − *Y*|',
  'chart.costs.crossEntropy': 'cross-entropy',
  'chart.costs.axis': 'cost of one output',
  'chart.costs.axisOf': 'cost where *Y* = {target}',
  'chart.costs.error': 'error *Z* − *Y*',
  'chart.costs.output': 'output *Z*',
  'chart.costs.kind': 'cost',
  'chart.costs.pull': 'mean pull |∂*c*/∂*Z*|',
  'chart.costs.largest': 'largest',
  'chart.costs.note': 'slope of the curve: the pull on an output',
  'chart.costs.noteLogit': 'cross-entropy reads *Z* as a logit: the chance of 1 is 1/(1 + e^{−*Z*})',
  'chart.costs.many':
    'The cross-entropy of several outputs is no sum over outputs: there is no curve of one.',
  'chart.costs.said': '{track}, {kind}: mean pull {pull}, largest {largest}',
  'chart.costs.summary': 'Cost of one output by kind of cost, with the outputs of every sample. {said}.',

  'chart.units.title': 'An output as a sum of hidden units',
  'chart.units.help':
    'The bold line is the output along the input, the thin ones what each hidden unit and the bias add to it: they sum to it exactly. Below, in the colour of sources, how hard each sample pulls the output, −∂C/∂Z: training data are the sources of the field of weights.',
  'chart.units.empty': 'This picture is of networks with one input: open “One hidden layer”.',
  'chart.units.output': 'output *Z*',
  'chart.units.source': 'source −∂*C*/∂*Z*',
  'chart.units.pull': 'pull',
  'chart.units.count': 'units and bias',
  'chart.units.largest': 'largest part',
  'chart.units.strongest': 'strongest pull',
  'chart.units.noteParts': 'thin: what each unit adds',
  'chart.units.noSum': 'no sum of units: the output neuron is not linear',
  'chart.units.notePull': 'green: pull of each sample',
  'chart.units.summary':
    'Output along the input as a sum of {count} parts, the largest {largest}. Strongest pull of a sample: {strongest}.',

  'chart.answers.title': 'Answers to what was taught and what was not',
  'chart.answers.help':
    'Every training sample as a question with its right answer (ring) and what the network says (dot); crosses are right answers to questions that it was not taught.',
  'chart.answers.number': 'question',
  'chart.answers.axis': 'answer',
  'chart.answers.taught': '{question}',
  'chart.answers.asked': '{question}, not taught',
  'chart.answers.right': 'right',
  'chart.answers.note': '○ right answer, × of what was not taught, ● the network’s',
  'chart.answers.said': '{question}: {given}, right {right}',
  'chart.answers.summary': 'What the network says. {said}.',
} as const;
